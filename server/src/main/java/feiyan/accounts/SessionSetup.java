package feiyan.accounts;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;

/** Sessions in PostgreSQL: any instance serves any request, and a restart signs nobody out. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(tableName = "spring_session", maxInactiveIntervalInSeconds = 30 * 60)
class SessionSetup {

    /** Of two requests of one session at once, the second overwrites instead of failing. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsOnPostgresql() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    /** Spring Session asks for it by this name. */
    @Bean
    SessionTransactions springSessionTransactionOperations(PlatformTransactionManager manager) {
        return new SessionTransactions(manager);
    }

    @Bean
    @Primary
    SparingSessions<?> sparingSessions(JdbcIndexedSessionRepository sessions, SessionTransactions transactions) {
        return new SparingSessions<>(sessions, transactions);
    }

    /** Around the one that reads and writes a request's session. */
    @Bean
    FilterRegistrationBean<SparingSessions<?>> aroundTheSession(SparingSessions<?> sessions) {
        var filter = new FilterRegistrationBean<SparingSessions<?>>(sessions);
        filter.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return filter;
    }

    @Bean
    CookieSerializer sessionCookie() {
        return new SessionCookie();
    }
}
