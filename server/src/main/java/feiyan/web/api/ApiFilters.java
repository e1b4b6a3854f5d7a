package feiyan.web.api;

import feiyan.platform.Replays;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** The filters behind the token, with their settings; they run in the API's security chain and nowhere else. */
@Configuration
class ApiFilters {

    @Bean
    RateLimitFilter rateLimits(
            InstantSource clock,
            ProblemWriter problems,
            @Value("${feiyan.api.requests-per-minute:600}") int ofToken,
            @Value("${feiyan.api.requests-per-minute-of-a-person:1200}") int ofPerson) {
        return new RateLimitFilter(new Buckets(clock), problems, ofToken, ofPerson);
    }

    @Bean
    WriteOnceFilter writeOnce(
            ObjectProvider<Replays> replays,
            ProblemWriter problems,
            JsonMapper json,
            @Value("${feiyan.api.writes-at-once:12}") int writesAtOnce,
            @Value("${feiyan.api.write-patience:5s}") Duration patience,
            @Value("${feiyan.api.largest-body:256KB}") DataSize largest) {
        var turns = new WritesAtOnce(writesAtOnce, patience.toMillis());
        return new WriteOnceFilter(replays, problems, new RequestKeys(json), patience, turns, largest.toBytes());
    }

    @Bean
    FilterRegistrationBean<RateLimitFilter> notForPages(RateLimitFilter limits) {
        var nowhere = new FilterRegistrationBean<>(limits);
        nowhere.setEnabled(false);
        return nowhere;
    }

    @Bean
    FilterRegistrationBean<WriteOnceFilter> notForForms(WriteOnceFilter once) {
        var nowhere = new FilterRegistrationBean<>(once);
        nowhere.setEnabled(false);
        return nowhere;
    }
}
