package feiyan.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Persons;
import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After somebody was forgotten, nothing in the whole database tells who it was. */
@FeiyanTest(properties = "feiyan.jobs=false")
class ForgettingTest {

    /** Keyed hashes of tries, which nobody can find by person; they are swept after a day. */
    private static final String THROTTLES = "throttle.key";

    /**
     * The audit's rows stay for their own time. Their seals are keyed hashes over codes and ids, by a key outside the
     * database: nothing opens them, and there is no word of anybody's to compare.
     */
    private static final Set<String> SEALS_OF_THE_AUDIT = Set.of("audit_act.mac", "sensitive_view.mac");

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Environment environment;

    @Autowired
    private Deletions deletions;

    @Autowired
    private DeletionJob job;

    @Autowired
    private AppClock clock;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyTraceIsGoneAndTheSumsStay() throws Exception {
        var village = Village.in(house);
        var service = Village.wednesday(clock.instant());
        var canary = new Canary(village, service);
        var before = Dump.of(environment);
        canary.lives();
        var alive = Dump.of(environment);
        assertThat(alive.with(Canary.texts())).as("the canary sings").isNotEmpty();
        assertThat(tables(alive.bytesSince(before))).as("sealed in many tables").hasSizeGreaterThan(14);
        var minutes = minutes(canary);
        assertThat(minutes).isPositive();

        var asked = service.plus(Duration.ofDays(1));
        clock.at(asked, () -> deletions.ask(canary.self()).orThrow());
        assertThat(clock.at(asked.plus(Duration.ofDays(2)), () -> job.run(village.county)))
                .isZero();
        assertThat(clock.at(asked.plus(Duration.ofDays(8)), () -> job.run(village.county)))
                .isEqualTo(1);

        var after = Dump.of(environment);
        assertThat(after.with(Canary.texts())).as("words that are still there").isEmpty();
        assertThat(alive.bytesSince(before).stream()
                        .filter(after.bytes()::contains)
                        .filter(value -> !value.startsWith(THROTTLES))
                        .filter(value -> !SEALS_OF_THE_AUDIT.contains(column(value))))
                .as("sealed values that could still be opened, hashes that could still be compared")
                .isEmpty();
        assertThat(positions(canary)).as("positions").isZero();
        assertThat(minutes(canary)).as("minutes of service stay").isEqualTo(minutes);
        assertThat(village.the(Persons.class)
                        .names(village.county, List.of(canary.self().person())))
                .containsValue(messages.getMessage("person.erased", null, LocaleContextHolder.getLocale()));
    }

    private static Set<String> tables(Set<String> values) {
        return values.stream()
                .map(value -> value.substring(0, value.indexOf('.')))
                .collect(Collectors.toSet());
    }

    private static String column(String value) {
        return value.substring(0, value.indexOf(':'));
    }

    private int minutes(Canary canary) {
        return jdbc.sql("""
                        select coalesce(sum(minutes), 0) from attendance
                        where county_id = :county and volunteer_id = :person
                        """)
                .param("county", canary.self().county().value())
                .param("person", canary.self().person().value())
                .query(Integer.class)
                .single();
    }

    private int positions(Canary canary) {
        return jdbc.sql("""
                        select (select count(*) from volunteer
                                where county_id = :county and person_id = :person and latitude is not null)
                          + (select count(*) from service_order
                             where county_id = :county and requester_id = :person and latitude is not null)
                        """)
                .param("county", canary.self().county().value())
                .param("person", canary.self().person().value())
                .query(Integer.class)
                .single();
    }
}
