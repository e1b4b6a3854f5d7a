package feiyan.web;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Everything needs a sign-in save what a module names as public. */
@Configuration
class SecurityChain {

    static final String CONTENT = """
            default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; \
            object-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'""";
    /** Pages that were looked at. Cookies but for the session's stay: they say how this device likes its pages. */
    private static final ClearSiteDataHeaderWriter LEFT_BEHIND =
            new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE);

    private static final String DEVICES = "camera=(self), geolocation=(self), microphone=(self), payment=(), usb=()";

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            List<PublicPaths> modules,
            SecurityContextRepository contexts,
            CsrfTokenRepository csrfTokens,
            SignInFirst signInFirst,
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
                .exceptionHandling(errors -> errors.authenticationEntryPoint(signInFirst))
                .addFilterBefore(new SignedInStill(watch), AuthorizationFilter.class)
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/")
                        .addLogoutHandler((request, response, who) -> watch.ifAvailable(asked -> asked.left(request)))
                        .addLogoutHandler(new HeaderWriterLogoutHandler(LEFT_BEHIND)))
                .headers(SecurityChain::headers)
                .build();
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new CsrfCookies();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(devices -> devices.policy(DEVICES))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }
}
