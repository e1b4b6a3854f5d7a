package feiyan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Persons;
import feiyan.attendance.Summaries;
import feiyan.canary.WithoutTwin;
import feiyan.dispatch.ProposalSide;
import feiyan.dispatch.TimeProposals;
import feiyan.messages.Choices;
import feiyan.messages.Topic;
import feiyan.messages.Way;
import feiyan.orders.CallBacks;
import feiyan.orders.ComplaintBook;
import feiyan.orders.FamilyOrders;
import feiyan.orders.Followers;
import feiyan.orders.MyOrders;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderMedia;
import feiyan.orders.SavedFilter;
import feiyan.orders.SavedFilters;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.CountyId;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the village of the story, as each of the cast finds it on a Wednesday afternoon. */
@WithoutTwin("the demo county founds itself only where there is none")
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(DemoWorld.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoStoryTest {

    private static final Instant NOW = Instant.parse("2026-11-18T07:00:00Z");

    @Autowired
    private DemoWorld demo;

    @Autowired
    private AppClock clock;

    @Autowired
    private Persons persons;

    @Autowired
    private Staff staff;

    @Autowired
    private Followers followers;

    @Autowired
    private FamilyOrders family;

    @Autowired
    private MyOrders mine;

    @Autowired
    private OrderBook book;

    @Autowired
    private OrderMedia media;

    @Autowired
    private TimeProposals proposals;

    @Autowired
    private CallBacks calls;

    @Autowired
    private ComplaintBook complaints;

    @Autowired
    private SavedFilters filters;

    @Autowired
    private Choices choices;

    @Autowired
    private Summaries summaries;

    @Autowired
    private JdbcClient db;

    private CountyId county;

    @BeforeAll
    void load() {
        county = demo.load(NOW);
    }

    private Actor as(Cast who) {
        var person = persons.byPhone(county, who.phone()).orElseThrow();
        return new Actor(county, person, staff.postsOf(county, person));
    }

    private <T> T then(Supplier<T> question) {
        return clock.at(NOW, question);
    }

    @Test
    void theDaughterFollowsHerMotherAndANeighbourWaitsToBeAllowed() {
        assertThat(then(() -> family.of(as(Cast.CHILD), null))).isNotEmpty();
        assertThat(then(() -> followers.followersOf(as(Cast.RESIDENT))))
                .singleElement()
                .satisfies(tie -> {
                    assertThat(tie.follower()).isEqualTo(as(Cast.CHILD).person());
                    assertThat(tie.mayOrder()).isTrue();
                });
        assertThat(then(() -> followers.asking(as(Cast.RESIDENT)))).hasSize(1);
    }

    @Test
    void theResidentsDrippingTapHasAPhotoAndTheVolunteerAsksForALaterHour() {
        var resident = as(Cast.RESIDENT);
        var order = then(() -> mine.of(resident, null)).stream()
                .flatMap(line -> book.find(resident, line.id()).stream())
                .filter(found -> !media.of(resident, found).isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(order.state()).isEqualTo(State.ACCEPTED);
        assertThat(then(() -> proposals.open(resident, order.id()))
                        .orElseThrow()
                        .side())
                .isEqualTo(ProposalSide.SERVING);
    }

    @Test
    void eldersWithoutATelephoneHavePrintedCardsAndOpenOrders() {
        assertThat(count("""
                select count(distinct c.person_id) from household_card c
                join household_card_print p on p.county_id = c.county_id and p.person_id = c.person_id
                where c.county_id = :county
                """)).isEqualTo(3);
        assertThat(count("""
                select count(*) from household_card c
                join service_order o on o.county_id = c.county_id and o.requester_id = c.person_id
                where c.county_id = :county and o.state = 'SUBMITTED' and o.consent = 'SPOKEN'
                """)).isEqualTo(2);
    }

    @Test
    void aGroupOfThreeWaitsBesideThreeOfItsLike() {
        assertThat(count("""
                select count(*) from service_order g where g.county_id = :county and g.channel = 'GROUP'
                  and g.state = 'APPROVED' and 3 = (select count(*) from service_order c
                    where c.county_id = :county and c.parent_id = g.id and c.state = 'MERGED')
                  and 3 <= (select count(*) from service_order o
                    where o.county_id = :county and o.project_id = g.project_id and o.station_id = g.station_id
                      and o.state = 'SUBMITTED' and o.window_from < g.window_to and g.window_from < o.window_to)
                """)).isPositive();
    }

    @Test
    void oneIsAskedAfterAnother() {
        assertThat(count("select count(*) from offer_queue where county_id = :county"))
                .isPositive();
    }

    @Test
    void theClerkHasCallsToMakeAndAMatterKeptQuiet() {
        assertThat(then(() -> calls.forAnswer(as(Cast.CLERK)))).isNotEmpty();
        assertThat(then(() -> calls.forRating(as(Cast.CLERK)))).isNotEmpty();
        assertThat(db.sql("""
                        select id from service_order
                        where county_id = :county and confidential and state = 'APPROVED' and unit_id = station_id
                          and unit_id = any(:units)
                        """)
                        .param("county", county.value())
                        .param("units", as(Cast.CLERK).unitsAs(Role.CLERK))
                        .query()
                        .listOfRows())
                .hasSize(1);
    }

    @Test
    void oneComplaintWaitsForTheInstituteAndOneHasItsAnswer() {
        var institute = as(Cast.INSTITUTE_DISPATCHER);
        assertThat(then(() -> complaints.waiting(institute, null, null))).hasSize(1);
        assertThat(count("select count(*) from complaint where county_id = :county and state = 'ANSWERED'"))
                .isOne();
    }

    @Test
    void theClerkKeepsAFilterAndSharesAnother() {
        assertThat(filters.of(as(Cast.CLERK)).stream()
                        .collect(Collectors.toMap(SavedFilter::name, filter -> filter.unit() != null)))
                .isEqualTo(Map.of("催一催：超时的", false, "手机课", true));
    }

    @Test
    void peopleHaveChosenHowTheyWantToBeTold() {
        assertThat(choices.of(as(Cast.CHILD)).ways()).containsEntry(Topic.NEEDS_PROGRESS, Way.DIGEST);
        assertThat(choices.of(as(Cast.LEADER)).ways()).containsEntry(Topic.OFFERS, Way.TEXT);
    }

    @Test
    void theLeaderHasYetToTellOfTheLastService() {
        assertThat(then(() -> summaries.missing(as(Cast.LEADER)))).isNotEmpty();
    }

    @Test
    void peopleRateInEveryWayAndSomeWishForSomebody() {
        assertThat(db.sql("select distinct how from order_rating where county_id = :county")
                        .param("county", county.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(List.of("PAGE", "LINK", "CALL_BACK", "PAPER"));
        assertThat(count("select count(*) from service_order where county_id = :county and named_id is not null"))
                .isPositive();
    }

    private int count(String sql) {
        return db.sql(sql).param("county", county.value()).query(Integer.class).single();
    }
}
