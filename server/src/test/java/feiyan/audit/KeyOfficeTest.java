package feiyan.audit;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.canary.WithoutTwin;
import feiyan.cast.Village;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Counties;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** One set of keys for all counties: kept by one, seen in the audit of each, and nobody counts a neighbour's rows. */
@WithoutTwin("a new key stands in every county's audit")
@FeiyanTest(properties = {"feiyan.jobs=false", "feiyan.keys=target/office-keys"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyOfficeTest {

    static {
        FileSystemUtils.deleteRecursively(Path.of("target/office-keys").toFile());
    }

    @Autowired
    private ApplicationContext house;

    @Autowired
    private KeyOffice office;

    @Autowired
    private CenterOffice centers;

    @Autowired
    private Counties counties;

    @Autowired
    private JdbcClient db;

    private Village first;
    private Village second;

    @BeforeAll
    void twoCounties() {
        first = Village.in(house);
        second = Village.in(house);
        for (int i = 0; i < 5; i++) {
            second.person("Somebody");
        }
    }

    @Test
    void theFirstCountyKeepsTheKeysAndBothAreTold() {
        var own = values(first);
        assertThat(values(second)).isEqualTo(own + 5);
        assertThat(office.state(second.administrator).orThrow().keeps()).isFalse();
        assertThat(office.renew(second.administrator)).isEqualTo(Outcome.refused("key.not_yours"));
        assertThat(office.retire(second.administrator, "00000000")).isEqualTo(Outcome.refused("key.not_yours"));
        assertThat(office.renew(first.clerk)).isEqualTo(Outcome.refused("county.not_yours"));
        assertThat(told(first.county)).isEmpty();
        var made = "%08x".formatted(office.renew(first.administrator).orThrow());
        assertThat(told(first.county))
                .containsExactly("key_made " + made + " by "
                        + first.administrator.person().value());
        assertThat(told(second.county)).containsExactly("key_made " + made);
        var left = office.state(second.administrator).orThrow().columns().stream()
                .filter(column -> column.column().equals("person.phone_sealed"))
                .findFirst()
                .orElseThrow();
        assertThat(left.left()).isEqualTo(people(second));
    }

    @Test
    void theOperatorMayNameAnotherCountyByItsDivisionCode() {
        db.sql("update county set division_code = '371322' where id = :second")
                .param("second", second.county.value())
                .update();
        var named = new KeyKeepers(counties, centers, "371322");
        assertThat(List.of(named.keeps(first.county), named.keeps(second.county)))
                .containsExactly(false, true);
        var mistyped = new KeyKeepers(counties, centers, "371399");
        assertThat(List.of(mistyped.keeps(first.county), mistyped.keeps(second.county)))
                .containsOnly(false);
    }

    private long values(Village village) {
        return office.state(village.administrator).orThrow().keys().stream()
                .mapToLong(key -> key.values())
                .sum();
    }

    private long people(Village village) {
        return db.sql("select count(*) from person where county_id = :county and phone_sealed is not null")
                .param("county", village.county.value())
                .query(Long.class)
                .single();
    }

    private List<String> told(CountyId county) {
        return db.sql("""
                        select kind || ' ' || fields[1] || coalesce(' by ' || actor_id, '') from audit_act
                        where county_id = :county and kind like 'key\\_%' order by id
                        """).param("county", county.value()).query((row, number) -> row.getString(1)).list();
    }
}
