package feiyan.web;

import feiyan.Feiyan;
import feiyan.platform.AppClock;
import feiyan.platform.Closing;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The module alone, without a database. No {@code @Configuration}: else the scan of {@link Feiyan} would find it, and
 * the tests of the whole would have no database either. Its main shows the gallery on port 8080.
 */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
@Import({AppClock.class, Closing.class})
@ComponentScan(excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class WebAlone {

    public static void main(String[] arguments) {
        System.setProperty("feiyan.gallery", "true");
        SpringApplication.run(WebAlone.class, arguments);
    }
}
