package feiyan.audit;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whoever owns the database and may change every row in it, but has none of the keys. */
final class DatabaseOwner {

    private DatabaseOwner() {}

    static JdbcClient of(ApplicationContext house) {
        var properties = house.getEnvironment();
        return JdbcClient.create(new DriverManagerDataSource(
                properties.getRequiredProperty("spring.datasource.url"),
                properties.getRequiredProperty("spring.datasource.username"),
                properties.getRequiredProperty("spring.datasource.password")));
    }
}
