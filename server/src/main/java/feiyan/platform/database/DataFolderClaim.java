package feiyan.platform.database;

import java.nio.file.Path;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Claims the data folder as soon as its place is known and before the log is opened in it, so that a second instance
 * writes nowhere.
 */
class DataFolderClaim implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty(BackupCommand.BACKUP) || environment.containsProperty(BackupCommand.RESTORE)) {
            return; // A backup stands beside the server that has the claim; a restore claims when it has looked.
        }
        DataFolder.claim(Path.of(environment.getRequiredProperty("feiyan.data")));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
