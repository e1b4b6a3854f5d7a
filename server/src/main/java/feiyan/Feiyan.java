package feiyan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Feiyan {

    public static void main(String[] arguments) {
        SpringApplication.run(Feiyan.class, arguments);
    }
}
