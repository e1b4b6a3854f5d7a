package feiyan;

import feiyan.platform.database.BackupCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Feiyan {

    public static void main(String[] arguments) {
        if (BackupCommand.isAskedFor(arguments)) {
            BackupCommand.start(arguments);
        } else {
            SpringApplication.run(Feiyan.class, arguments);
        }
    }
}
