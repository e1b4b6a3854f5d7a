package feiyan.canary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * After each test class on the real application: nothing personal, secret or of the twin county got out while it ran,
 * and the twin county is as it was.
 */
public class CanaryGuard implements AfterAllCallback, TestExecutionExceptionHandler {

    /** A test's own words may quote a page; what the house throws may not. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        if (!(thrown instanceof AssertionError)) {
            ThrownWatch.lookAt("What " + context.getDisplayName() + " ends with", thrown);
        }
        throw thrown;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var house = SpringExtension.getApplicationContext(context);
        try (var database = databaseOf(house)) {
            new KeptWatch(database).look();
            new MeterWatch(house).look();
            assertThat(Leaks.take()).as("what got out").isEmpty();
            TwinCounty.isUntouchedIn(database);
        }
    }

    /**
     * Not through the application's own pool: what the watch says is none of its statements. One connection for all it
     * asks: to prove a password anew for each table took longer than most tests.
     */
    static SingleConnectionDataSource databaseOf(ApplicationContext house) {
        Environment settings = house.getEnvironment();
        return new SingleConnectionDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.datasource.username"),
                settings.getRequiredProperty("spring.datasource.password"),
                true);
    }
}
