package feiyan.units;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Persons;
import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Area.Level;
import feiyan.units.Foundings.Founded;
import feiyan.units.UnitSetUp.Added;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
class UnitsTest {

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
    private UnitChanges changes;

    @Autowired
    private Venues venues;

    @Autowired
    private Staff staff;

    @Autowired
    private Persons persons;

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
        wayUpIsTrue();
    }

    /** What the tree says when it is walked. */
    private void wayUpIsTrue() {
        var walked = jdbc.sql("""
                        with recursive walk as (
                          select id as unit_id, id as ancestor_id, 0 as distance from unit where county_id = :county
                          union all
                          select w.unit_id, u.parent_id, w.distance + 1 from walk w
                          join unit u on u.county_id = :county and u.id = w.ancestor_id where u.parent_id is not null)
                        select unit_id::text || ancestor_id || distance from walk order by 1""")
                .param("county", county.county().value())
                .query(String.class)
                .list();
        var kept = jdbc.sql("""
                        select unit_id::text || ancestor_id || distance from unit_within
                        where county_id = :county order by 1""")
                .param("county", county.county().value())
                .query(String.class)
                .list();
        assertThat(kept).isEqualTo(walked).isNotEmpty();
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

    @Test
    void fromAStationTheWayUpLeadsToTheCenter() {
        tanchengIsSetUp();
        var station = units.stationOf(county.county(), "371322101001")
                .or(() -> units.search(county.county(), "小马头村").stream().findFirst())
                .orElseThrow();
        var path = units.pathUp(county.county(), station.id());
        assertThat(path).extracting(Unit::tier).containsExactly(Tier.STATION, Tier.INSTITUTE, Tier.CENTER);
        assertThat(units.parent(county.county(), station.id())).contains(path.get(1));
        assertThat(units.within(county.county(), station.id(), county.center())).isTrue();
        assertThat(units.within(county.county(), county.center(), station.id())).isFalse();
        assertThat(units.names(county.county(), List.of(station.id(), county.center())))
                .containsEntry(county.center(), "郯城县新时代文明实践中心");
        assertThat(units.children(county.county(), county.center())).hasSize(13);
    }

    @Test
    void aUnitWithoutAnAreaHasThePlaceThatItsParentGivesIt() {
        var institute = changes.open(administrator, county.center(), NewUnit.named("开发区新时代文明实践所"))
                .orThrow();
        var station = changes.open(administrator, institute, NewUnit.named("园区新时代文明实践站"))
                .orThrow();
        var point = changes.open(administrator, station, NewUnit.named("宿舍楼")).orThrow();
        assertThat(units.pathUp(county.county(), point)).hasSize(4);
        assertThat(refusal(changes.open(administrator, point, NewUnit.named("x")))
                        .code())
                .isEqualTo("unit.no_tier_below");
        wayUpIsTrue();
    }

    @Test
    void aUnitIsClosedOnlyWhenNothingHangsOnIt() {
        var institute = changes.open(administrator, county.center(), NewUnit.named("马头镇"))
                .orThrow();
        var station =
                changes.open(administrator, institute, NewUnit.named("小马头村")).orThrow();
        assertThat(refusal(changes.close(administrator, county.center())).code())
                .isEqualTo("unit.is_center");
        assertThat(refusal(changes.close(administrator, institute)).code()).isEqualTo("unit.has_units");

        var clerk = TestCounty.staff(county, persons, staff, new Post(station, Role.CLERK));
        assertThat(refusal(changes.close(administrator, station)).code()).isEqualTo("unit.has_staff");
        staff.take(administrator, clerk.person(), new Post(station, Role.CLERK)).orThrow();

        changes.close(administrator, station).orThrow();
        changes.close(administrator, institute).orThrow();
        assertThat(units.children(county.county(), county.center())).isEmpty();
        assertThat(units.find(county.county(), station).orElseThrow().open()).isFalse();
        assertThat(refusal(changes.rename(administrator, station, "x")).code()).isEqualTo("unit.unknown");
    }

    @Test
    void anAdministratorChangesTheOwnSubtreeAndNoOther() {
        tanchengIsSetUp();
        var institutes = units.children(county.county(), county.center());
        var own = institutes.get(0).id();
        var sister = institutes.get(1).id();
        var actor = TestCounty.staff(county, persons, staff, new Post(own, Role.ADMINISTRATOR));
        var below = units.children(county.county(), own).getFirst().id();

        changes.rename(actor, below, "改名").orThrow();
        changes.setPhone(actor, own, "0539-6221234").orThrow();
        assertThat(refusal(changes.rename(actor, sister, "x")).code()).isEqualTo("unit.not_yours");
        assertThat(refusal(changes.rename(actor, county.center(), "x")).code()).isEqualTo("unit.not_yours");
        assertThat(refusal(changes.open(actor, sister, NewUnit.named("x"))).code())
                .isEqualTo("unit.not_yours");
        assertThat(refusal(changes.close(actor, sister)).code()).isEqualTo("unit.not_yours");
        assertThat(refusal(setUp.fromAreas(actor)).code()).isEqualTo("county.not_yours");
        assertThat(refusal(areas.bring(actor, TestCounty.divisions(TANCHENG))).code())
                .isEqualTo("county.not_yours");
        assertThat(units.reaches(actor, below, Role.ADMINISTRATOR)).isTrue();
        assertThat(units.reaches(actor, below, Role.CLERK)).isFalse();
        assertThat(units.reaches(actor, sister, Role.ADMINISTRATOR)).isFalse();
    }

    @Test
    void aClerkChangesNoUnit() {
        var clerk = TestCounty.staff(county, persons, staff, new Post(county.center(), Role.CLERK));
        assertThat(refusal(changes.rename(clerk, county.center(), "x")).code()).isEqualTo("unit.not_yours");
    }

    @Test
    void anotherCountyIsNotThere() {
        var other = TestCounty.found(foundings, transactions, jdbc, "昌乐县");
        assertThat(units.find(other.county(), county.center())).isEmpty();
        assertThat(refusal(changes.rename(other.actor(), county.center(), "x")).code())
                .isEqualTo("unit.unknown");
        var forged =
                new Actor(county.county(), other.administrator(), other.actor().posts());
        assertThat(refusal(changes.rename(forged, county.center(), "x")).code()).isEqualTo("unit.not_yours");
    }

    @Test
    void aVenueBelongsToItsUnit() {
        var inn = venues.add(administrator, county.center(), Venue.Kind.INN, "城市驿站", List.of("冰箱", "雨伞"), "8:00-20:00")
                .orThrow();
        assertThat(venues.of(county.county(), county.center()))
                .extracting(Venue::name, Venue::facilities)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("城市驿站", List.of("冰箱", "雨伞")));
        venues.remove(administrator, county.center(), inn).orThrow();
        assertThat(venues.of(county.county(), county.center())).isEmpty();
    }

    @Test
    void anUnknownUnitIsNoMistakeOfTheProgram() {
        var nowhere = new UnitId(UUID.randomUUID());
        assertThat(refusal(changes.rename(administrator, nowhere, "x")).code()).isEqualTo("unit.unknown");
        assertThat(units.pathUp(county.county(), nowhere)).isEmpty();
    }
}
