package feiyan.units;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Persons;
import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Foundings.Founded;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
        TestCounty.wayUpIsTrue(jdbc, county.county());
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
    void whoeverChangesAUnitSeesItAtOnceAndNobodySeesWhatWasTakenBack() {
        var here = county.county();
        var center = county.center();
        var village = transactions
                .write(() -> {
                    var opened = changes.open(administrator, center, NewUnit.named("马头镇"))
                            .orThrow();
                    assertThat(units.children(here, center))
                            .extracting(Unit::id)
                            .containsExactly(opened);
                    changes.rename(administrator, opened, "港上镇").orThrow();
                    assertThat(units.names(here, List.of(opened))).containsEntry(opened, "港上镇");
                    return Outcome.done(opened);
                })
                .orThrow();
        transactions.write(() -> {
            changes.rename(administrator, village, "花园镇").orThrow();
            assertThat(units.names(here, List.of(village))).containsEntry(village, "花园镇");
            return Outcome.refused("try_again");
        });
        assertThat(units.names(here, List.of(village))).containsEntry(village, "港上镇");
        changes.setPhone(administrator, village, "0539-6221111").orThrow();
        assertThat(units.pathUp(here, village).getFirst().phone()).isEqualTo("0539-6221111");
    }

    @Test
    void anotherInstancesUnitIsFoundAtOnceByWhoeverAsksForIt() {
        var here = county.county();
        assertThat(units.children(here, county.center())).isEmpty();
        var added = UUID.randomUUID();
        jdbc.sql("""
                insert into unit (county_id, id, tier, name, parent_id, opened_at)
                values (:county, :id, 'INSTITUTE', '马头镇', :center, now())""")
                .param("county", here.value())
                .param("id", added)
                .param("center", county.center().value())
                .update();
        var unit = new UnitId(added);
        assertThat(units.names(here, List.of(unit))).containsEntry(unit, "马头镇");
        assertThat(units.pathUp(here, unit)).extracting(Unit::tier).containsExactly(Tier.INSTITUTE, Tier.CENTER);
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
