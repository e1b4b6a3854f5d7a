package feiyan.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final int CONNECTIONS = 20;

    /** Long enough for a database that is started again; then whoever waits is told to come again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** How often an idle connection is asked whether the other side still answers, and given up where it does not. */
    private static final Duration STILL_THERE = Duration.ofSeconds(30);

    /** Then a connection is made anew, wherever the database is by then. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(Environment environment) {
        var url = environment.getProperty("spring.datasource.url", "");
        if (url.isBlank()) {
            return EmbeddedPostgres.start(DataFolder.claim(Path.of(environment.getRequiredProperty("feiyan.data"))));
        }
        DatabaseLine.mustBeEncrypted(url, environment.getProperty("feiyan.database.in-clear", Boolean.class, false));
        return ExternalPostgres.check(new Login(
                url,
                environment.getProperty("spring.datasource.username", ""),
                environment.getProperty("spring.datasource.password", "")));
    }

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(DatabaseServer server) {
        var owner = server.owner();
        return new DriverManagerDataSource(owner.url(), owner.user(), owner.password());
    }

    @Bean(destroyMethod = "close")
    @Primary
    DataSource dataSource(DatabaseServer server) {
        var pool = server.pool();
        var configuration = new HikariConfig();
        configuration.setJdbcUrl(pool.url());
        configuration.setUsername(pool.user());
        configuration.setPassword(pool.password());
        configuration.setDataSourceProperties(DatabaseLine.patience());
        configuration.setKeepaliveTime(STILL_THERE.toMillis());
        configuration.setMaxLifetime(OLDEST.toMillis());
        configuration.setConnectionInitSql("set role feiyan_app");
        configuration.setMaximumPoolSize(CONNECTIONS);
        configuration.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(configuration);
    }
}
