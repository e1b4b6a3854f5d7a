package feiyan.operations;

import feiyan.platform.OutboxStanding;
import java.nio.file.Path;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/**
 * What a server must have to be ready; which of them count stands in {@code application.properties}. Whether it lives
 * does not hang on any of these: another start would not bring the database back.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class Looks {

    @Bean
    HealthIndicator databaseHealthIndicator(JdbcClient db) {
        return new TimedLook("database", new DatabaseLook(db)::health);
    }

    @Bean
    HealthIndicator migrationsHealthIndicator(
            @Qualifier("databaseHealthIndicator") HealthIndicator database, JdbcClient db, Flyway flyway) {
        return new TimedLook("migrations", database, new MigrationsLook(db, flyway)::health);
    }

    @Bean
    HealthIndicator diskHealthIndicator(
            @Value("${feiyan.data}") Path folder, @Value("${feiyan.ready.free-space:300MB}") DataSize least) {
        return new TimedLook("disk", new DiskLook(folder, least)::health);
    }

    @Bean
    HealthIndicator outboxHealthIndicator(
            @Qualifier("databaseHealthIndicator") HealthIndicator database,
            OutboxStanding outbox,
            @Value("${feiyan.ready.outbox:PT5M}") Duration patience) {
        return new TimedLook("outbox", database, new OutboxLook(outbox, patience)::health);
    }
}
