package feiyan.web;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Everything needs a sign-in save what a module names as public. */
@Configuration
class SecurityChain {

    /** Pages that were looked at. Cookies but for the session's stay: they say how this device likes its pages. */
    private static final ClearSiteDataHeaderWriter LEFT_BEHIND =
            new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE);

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            List<PublicPaths> modules,
            SecurityContextRepository contexts,
            CsrfTokenRepository csrfTokens,
            SignInFirst signInFirst,
            MapTiles tiles,
            ObjectProvider<SessionWatch> watch)
            throws Exception {
        var open =
                modules.stream().flatMap(module -> module.patterns().stream()).toArray(String[]::new);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/_static/**", "/view-settings")
                        .permitAll()
                        .requestMatchers(open)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .securityContext(context -> context.securityContextRepository(contexts))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint(signInFirst).accessDeniedHandler(new DeniedAtTheDoor()))
                .addFilterBefore(new SignedInStill(watch), AuthorizationFilter.class)
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/")
                        .addLogoutHandler((request, response, who) -> watch.ifAvailable(asked -> asked.left(request)))
                        .addLogoutHandler(new HeaderWriterLogoutHandler(LEFT_BEHIND)))
                .headers(headers -> SafeHeaders.on(headers, tiles.allowedBy(SafeHeaders.CONTENT)))
                .build();
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new CsrfCookies();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }
}
