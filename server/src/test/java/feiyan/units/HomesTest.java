package feiyan.units;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.platform.database.FeiyanTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest(properties = "feiyan.jobs=false")
class HomesTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Homes homes;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoMovesHasAnotherStationAndWhoStaysIsNotWrittenAnew() {
        var village = Village.in(house);
        var mother = village.person("Mother");
        homes.settle(village.county, mother, village.station);
        assertThat(homes.of(village.county, mother).orElseThrow().id()).isEqualTo(village.station);
        var row = row(village, mother.value());

        homes.settle(village.county, mother, village.station);
        assertThat(row(village, mother.value())).isEqualTo(row);

        var center = village.administrator.posts().iterator().next().unit();
        homes.settle(village.county, mother, center);
        assertThat(homes.of(village.county, mother).orElseThrow().id()).isEqualTo(center);
    }

    /** With whoever locked or wrote it last. */
    private String row(Village village, UUID person) {
        return jdbc.sql("""
                        select ctid || ' ' || xmin || ' ' || xmax from resident_home
                        where county_id = :county and person_id = :person""")
                .param("county", village.county.value())
                .param("person", person)
                .query(String.class)
                .single();
    }
}
