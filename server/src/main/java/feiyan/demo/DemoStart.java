package feiyan.demo;

import feiyan.units.Counties;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** At the first start into an empty database; before the console says where to go. */
@Component
@ConditionalOnBooleanProperty("feiyan.demo")
@ConditionalOnBooleanProperty(name = "feiyan.demo-county", matchIfMissing = true)
class DemoStart implements ApplicationRunner {

    private final Counties counties;
    private final DemoCounty demo;
    private final MessageSource words;

    DemoStart(Counties counties, DemoCounty demo, MessageSource words) {
        this.counties = counties;
        this.demo = demo;
        this.words = words;
    }

    @Override
    @SuppressWarnings("SystemOut") // The console is the page of whoever starts the server.
    public void run(ApplicationArguments arguments) {
        if (counties.all().isEmpty()) {
            System.out.println(line("demo.loading"));
            var bar = new ProgressBar(line("demo.bar"));
            // Refused only where another instance on the same database has just done it.
            demo.load(bar::show);
            bar.done();
        }
    }

    /** In both languages, since nobody has chosen one yet. */
    private String line(String key) {
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .map(language -> words.getMessage(key, new Object[0], language))
                .collect(Collectors.joining("  |  "));
    }
}
