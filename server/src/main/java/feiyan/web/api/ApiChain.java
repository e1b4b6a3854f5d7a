package feiyan.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.savedrequest.NullRequestCache;

/**
 * Machines come in by a token and by nothing else. No session is read here, so a browser that is signed in can be made
 * to do nothing: there is no CSRF to guard against, and without CORS no stranger's page reads an answer.
 */
@Configuration
class ApiChain {

    private final ProblemWriter problems;

    ApiChain(ProblemWriter problems) {
        this.problems = problems;
    }

    @Bean
    @Order(1)
    SecurityFilterChain machines(
            HttpSecurity http, ObjectProvider<Bearers> bearers, RateLimitFilter limits, WriteOnceFilter once)
            throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (request, response, nobody) -> challenge(request, response))
                        .accessDeniedHandler(
                                (request, response, denied) -> problems.write(request, response, 403, "not_yours")))
                .headers(headers -> headers.contentSecurityPolicy(
                                csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .frameOptions(frame -> frame.deny()))
                .addFilterBefore(new BearerFilter(bearers, problems), AuthorizationFilter.class)
                .addFilterAfter(limits, AuthorizationFilter.class)
                .addFilterAfter(once, RateLimitFilter.class)
                .addFilterAfter(new EntityTagFilter(), WriteOnceFilter.class)
                .build();
    }

    private void challenge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BearerFilter.CHALLENGE);
        problems.write(request, response, 401, "token");
    }
}
