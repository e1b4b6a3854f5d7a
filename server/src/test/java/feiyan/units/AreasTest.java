package feiyan.units;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Area.Level;
import feiyan.units.Foundings.Founded;
import feiyan.units.UnitSetUp.Added;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
class AreasTest {

    private static final String TANCHENG = "divisions-371322-tancheng.csv";

    @Autowired
    private Foundings foundings;

    @Autowired
    private Transactions transactions;

    @Autowired
    private Areas areas;

    @Autowired
    private UnitSetUp setUp;

    @Autowired
    private Units units;

    @Autowired
    private JdbcClient jdbc;

    private Founded county;
    private Actor administrator;

    @BeforeEach
    void aCounty() {
        county = TestCounty.found(foundings, transactions, jdbc, "郯城县");
        administrator = county.actor();
    }

    private void tanchengIsSetUp() {
        areas.bring(administrator, TestCounty.divisions(TANCHENG)).orThrow();
        setUp.fromAreas(administrator).orThrow();
    }

    private static Refusal refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<?>) outcome).refusal();
    }

    @Test
    void importingAgainTakesOverChangedNamesAndNothingElse() {
        tanchengIsSetUp();
        var renamed = new String(TestCounty.divisions(TANCHENG), StandardCharsets.UTF_8).replace("马头镇", "马头街道");
        var done = areas.bring(administrator, renamed.getBytes(StandardCharsets.UTF_8))
                .orThrow();
        assertThat(done.fresh()).isZero();
        assertThat(done.changed()).isEqualTo(1);
        assertThat(areas.find(county.county(), "371322101000").orElseThrow().name())
                .isEqualTo("马头街道");
    }

    @Test
    void aFileWithAMistakeChangesNothing() {
        var broken = new String(TestCounty.divisions(TANCHENG), StandardCharsets.UTF_8) + "1,x,village,2\n";
        assertThat(refusal(areas.bring(administrator, broken.getBytes(StandardCharsets.UTF_8)))
                        .code())
                .isEqualTo("area.file_has_mistakes");
        assertThat(areas.counts(county.county())).isEmpty();
    }

    @Test
    void anotherCountysFileIsNotMixedIn() {
        tanchengIsSetUp();
        var other = TestCounty.divisions("divisions-370725-changle.csv");
        assertThat(areas.preview(administrator, other).orThrow().mistakes())
                .extracting(AreaMistake::code)
                .contains("second_county");
    }

    @Test
    void aNaturalVillageIsServedByTheStationOfItsVillage() {
        tanchengIsSetUp();
        var village = areas.of(county.county(), Level.VILLAGE).getFirst();
        assertThat(areas.addNatural(administrator, village.code(), "小庄")
                        .orThrow()
                        .code())
                .isEqualTo(village.code() + "-01");
        var second = areas.addNatural(administrator, village.code(), "大庄").orThrow();
        assertThat(second.code()).isEqualTo(village.code() + "-02");
        assertThat(units.stationOf(county.county(), second.code()).orElseThrow().areaCode())
                .isEqualTo(village.code());
    }

    @ParameterizedTest
    @CsvSource({"divisions-371322-tancheng.csv, 13, 125", "divisions-370725-changle.csv, 8, 392"})
    void aFileOfDivisionsBecomesTheTiersOfACounty(String file, int townships, int villages) {
        var preview = areas.preview(administrator, TestCounty.divisions(file)).orThrow();
        assertThat(preview.mistakes()).isEmpty();
        assertThat(preview.counts()).containsEntry(Level.TOWNSHIP, townships).containsEntry(Level.VILLAGE, villages);
        assertThat(areas.counts(county.county())).isEmpty();

        areas.bring(administrator, TestCounty.divisions(file)).orThrow();
        assertThat(setUp.fromAreas(administrator).orThrow()).isEqualTo(new Added(townships, villages));
        assertThat(units.counts(county.county()))
                .containsEntry(Tier.CENTER, 1)
                .containsEntry(Tier.INSTITUTE, townships)
                .containsEntry(Tier.STATION, villages);
        TestCounty.wayUpIsTrue(jdbc, county.county());
    }

    @Test
    void aSecondRunAddsOnlyWhatIsMissing() {
        tanchengIsSetUp();
        assertThat(setUp.fromAreas(administrator).orThrow()).isEqualTo(new Added(0, 0));

        var more = "code,name,level,parent_code\n371322113999,新建村村民委员会,village,371322113000\n";
        areas.bring(administrator, more.getBytes(StandardCharsets.UTF_8)).orThrow();
        assertThat(setUp.fromAreas(administrator).orThrow()).isEqualTo(new Added(0, 1));
        assertThat(units.stationOf(county.county(), "371322113999")
                        .orElseThrow()
                        .name())
                .isEqualTo("新建村新时代文明实践站");
    }
}
