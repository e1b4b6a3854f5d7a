package feiyan.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Disclosure;
import feiyan.accounts.Erasure;
import feiyan.platform.database.FeiyanTest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new table with somebody in it must say what becomes of it, or this fails. */
@FeiyanTest
class EveryTableIsToldAndErasedTest {

    /** Which name nobody: an epoch of an order, the next id to refresh. */
    private static final Set<String> NOBODY = Set.of("deadline_refresh");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<Erasure> erasures;

    @Autowired
    private List<Disclosure> disclosures;

    @Test
    void theCatalogShowsWhoKnowsPeople() {
        assertThat(new PersonTables(jdbc).all())
                .contains("person", "order_words", "sensitive_view", "order_event", "service_summary", "saved_filter");
    }

    @Test
    void everyTableThatKnowsAPersonIsErasedOrKeptForAReason() {
        var declared = erasures.stream()
                .flatMap(module -> Stream.concat(module.erases().stream(), module.keeps().keySet().stream()))
                .collect(Collectors.toSet());
        assertThat(knowing()).as("neither erased nor kept for a reason").isSubsetOf(declared);
        assertThat(declared).as("declared and not there").isSubsetOf(tables());
        assertThat(erasures)
                .allSatisfy(module -> assertThat(module.keeps().keySet()).noneMatch(module.erases()::contains));
    }

    @Test
    void everyTableThatKnowsAPersonIsToldOrKeptBackForAReason() {
        var declared = disclosures.stream()
                .flatMap(module -> Stream.concat(module.tells().stream(), module.silentAbout().keySet().stream()))
                .collect(Collectors.toSet());
        assertThat(knowing()).as("neither told nor kept back for a reason").isSubsetOf(declared);
        assertThat(declared).as("declared and not there").isSubsetOf(tables());
    }

    @Test
    void eachReasonSaysSomething() {
        assertThat(erasures)
                .allSatisfy(module -> assertThat(module.keeps().values())
                        .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(10)));
        assertThat(disclosures)
                .allSatisfy(module -> assertThat(module.silentAbout().values())
                        .allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(10)));
    }

    private List<String> knowing() {
        return new PersonTables(jdbc)
                .all().stream().filter(table -> !NOBODY.contains(table)).toList();
    }

    private Set<String> tables() {
        return Set.copyOf(jdbc.sql("""
                        select c.relname from pg_class c
                        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                        """).query(String.class).list());
    }
}
