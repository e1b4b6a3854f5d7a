package feiyan.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Accounts;
import feiyan.accounts.Erasure;
import feiyan.accounts.Leaving;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Running;
import feiyan.audit.RetentionHolds;
import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.orders.Channel;
import feiyan.orders.Complaints;
import feiyan.orders.NewOrder;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Slot;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.privacy.Deletion.Reason;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Being forgotten takes its days, can be taken back, waits for what runs, and goes on after a crash. */
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(DeletionsTest.Crash.class)
@TestInstance(Lifecycle.PER_CLASS)
class DeletionsTest {

    /** A module in whose middle the power goes off. */
    @TestConfiguration
    static class Crash implements Erasure {

        private boolean next;

        @Override
        public Set<String> erases() {
            return Set.of();
        }

        @Override
        public Map<String, String> keeps() {
            return Map.of();
        }

        @Override
        public boolean step(Leaving leaving) {
            if (next) {
                next = false;
                throw new IllegalStateException("the power went off");
            }
            return false;
        }
    }

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Deletions deletions;

    @Autowired
    private DeletionJob job;

    @Autowired
    private Persons persons;

    @Autowired
    private Crash crash;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Village village;
    private int numbers;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
    }

    @Test
    void itIsDoneAfterAsManyDaysAsTheCountySaysAndNotBefore() {
        var somebody = somebody();
        village.the(Policies.class)
                .set(village.county, Policy.DELETION_DAYS, 3, null)
                .orThrow();
        var asked = deletions.ask(somebody).orThrow();
        assertThat(Duration.between(asked.askedAt(), asked.due())).isEqualTo(Duration.ofDays(3));
        run(asked.due().minusSeconds(1));
        assertThat(persons.find(village.county, somebody.person())).isPresent();
        run(asked.due());
        assertThat(persons.find(village.county, somebody.person())).isEmpty();
        run(asked.due());
        assertThat(deletions.open(somebody)).isEmpty();
    }

    @Test
    void askingTwiceIsAskingOnceAndItCanBeTakenBack() {
        var somebody = somebody();
        var first = deletions.ask(somebody).orThrow();
        assertThat(deletions.ask(somebody).orThrow()).isEqualTo(first);
        deletions.withdraw(somebody).orThrow();
        run(first.due());
        assertThat(persons.find(village.county, somebody.person())).isPresent();
        assertThat(deletions.withdraw(somebody)).isEqualTo(Outcome.refused("deletion.begun"));
    }

    @Test
    void whoHasAnOrderUnderWayIsToldSoAndWaitsUntilItEnds() {
        var order = village.inFreeWords(Village.wednesday(clock.instant()));
        assertThat(deletions.running(village.requester))
                .extracting(Running::code)
                .contains("orders");
        assertThat(deletions.ask(village.requester)).isEqualTo(Outcome.refused("deletion.running"));
        village.the(Orders.class)
                .cancel(village.requester, order, village.version(order), null)
                .orThrow();
        var asked = deletions.ask(village.requester).orThrow();
        var again = village.inFreeWords(Village.wednesday(clock.instant()));
        run(asked.due());
        assertThat(persons.find(village.county, village.requester.person()))
                .as("ordered again meanwhile")
                .isPresent();
        village.the(Orders.class)
                .cancel(village.requester, again, village.version(again), null)
                .orThrow();
        run(asked.due());
        assertThat(persons.find(village.county, village.requester.person())).isEmpty();
    }

    @Test
    void whatAChildOrderedForTheNumberIsNotEmptiedUnderItsHands() {
        var phone = number();
        var mother = Actor.withoutPosts(
                village.county,
                persons.register(village.county, "Mother", phone).orThrow());
        var early = deletions.ask(mother).orThrow();
        var order = placed(village.requester, phone);
        assertThat(deletions.running(mother)).containsExactly(new Running("orders_for_you", 1, "/orders"));
        run(early.due());
        assertThat(words(order)).as("somebody waits for it at her door").isOne();
        assertThat(persons.find(village.county, mother.person())).isPresent();
        village.the(Orders.class)
                .cancel(village.requester, order, village.version(order), null)
                .orThrow();
        run(early.due());
        assertThat(words(order)).isZero();
        assertThat(persons.find(village.county, mother.person())).isEmpty();
    }

    @Test
    void whatIsComplainedAboutOrHeldBackStaysUntilThatIsOver() {
        var somebody = somebody();
        var order = cancelled(somebody);
        village.the(Complaints.class).open(somebody, order, "Nobody came").orThrow();
        assertThat(deletions.running(somebody)).containsExactly(new Running("kept", 1, "/orders"));
        assertThat(deletions.ask(somebody)).isEqualTo(Outcome.refused("deletion.running"));
        var held = somebody();
        var wanted = cancelled(held);
        var holds = village.the(RetentionHolds.class);
        var asked = deletions.ask(held).orThrow();
        holds.hold(village.administrator, code(wanted)).orThrow();
        run(asked.due());
        assertThat(words(wanted)).isOne();
        assertThat(persons.find(village.county, held.person())).isPresent();
        holds.lift(village.administrator, wanted.value()).orThrow();
        run(asked.due());
        assertThat(words(wanted)).isZero();
    }

    @Test
    void fromAskingToTheEndItStandsInTheAudit() {
        var somebody = somebody();
        deletions.ask(somebody).orThrow();
        deletions.ask(somebody).orThrow();
        deletions.withdraw(somebody).orThrow();
        var asked = deletions
                .askFor(village.administrator, somebody.person(), Reason.DIED)
                .orThrow();
        crash.next = true;
        run(asked.due());
        run(asked.due());
        run(asked.due());
        assertThat(jdbc.sql("""
                        select kind || coalesce(' ' || fields[1], '') ||
                          case actor_id when subject_id then ' self' else coalesce(' by ' || actor_id, '') end
                        from audit_act
                        where county_id = :county and subject = 'person' and subject_id = :person order by id
                        """)
                        .param("county", village.county.value())
                        .param("person", somebody.person().value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "deletion_asked OWN_WISH self",
                        "deletion_withdrawn self",
                        "deletion_asked DIED by "
                                + village.administrator.person().value(),
                        "deletion_begun",
                        "erased DIED");
    }

    private OrderId cancelled(Actor somebody) {
        var order = placed(somebody, new Phone("13800000000"));
        village.the(Orders.class)
                .cancel(somebody, order, village.version(order), null)
                .orThrow();
        return order;
    }

    private OrderId placed(Actor requester, Phone phone) {
        var from = Village.wednesday(clock.instant());
        var need = new NewOrder(
                requester.person(),
                Channel.PHONE_PAGE,
                village.station,
                null,
                "Her lamp is out",
                "Mother",
                phone.digits(),
                "No. 5",
                null,
                new Slot(from, from.plus(Duration.ofDays(1))),
                false,
                null,
                null);
        return village.the(Orders.class).place(requester, need).orThrow();
    }

    private int words(OrderId order) {
        return jdbc.sql("""
                        select count(*) from order_words
                        where county_id = :county and order_id = :order and need is not null and erased_at is null
                        """)
                .param("county", village.county.value())
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }

    private String code(OrderId order) {
        return jdbc.sql("select number from service_order where county_id = :county and id = :order")
                .param("county", village.county.value())
                .param("order", order.value())
                .query(String.class)
                .single();
    }

    @Test
    void whoLeadsATeamOrHoldsAPostHandsThemOverFirst() {
        var leader = village.volunteer("Leader");
        village.team(leader);
        assertThat(deletions.running(leader)).containsExactly(new Running("teams", 1, "/teams"));
        assertThat(deletions.running(village.clerk)).extracting(Running::code).contains("posts");
    }

    @Test
    void afterACrashInTheMiddleItGoesOn() {
        var somebody = somebody();
        var asked = deletions.ask(somebody).orThrow();
        crash.next = true;
        run(asked.due());
        assertThat(names(somebody)).as("closed before anything else").doesNotContain("Somebody");
        assertThat(undone(somebody)).isOne();
        run(asked.due());
        assertThat(undone(somebody)).isZero();
        assertThat(name(somebody)).isEmpty();
    }

    @Test
    void theNumberIsFreeForSomebodyNewAtOnce() {
        var phone = number();
        var before = persons.register(village.county, "Before", phone).orThrow();
        village.the(Accounts.class).openFor(village.county, List.of(before));
        var asked = deletions.ask(Actor.withoutPosts(village.county, before)).orThrow();
        run(asked.due());
        var after = persons.register(village.county, "After", phone).orThrow();
        assertThat(after).isNotEqualTo(before);
        assertThat(village.the(Accounts.class).openFor(village.county, List.of(after)))
                .containsKey(after);
    }

    @Test
    void ofTakingBackAndDoingItOneWins() {
        for (int i = 0; i < 10; i++) {
            var somebody = somebody();
            var asked = deletions.ask(somebody).orThrow();
            Supplier<Outcome<PersonId>> withdraw = () -> deletions.withdraw(somebody);
            Supplier<Outcome<PersonId>> forget = () -> {
                clock.at(asked.due(), () -> job.run(village.county));
                return Outcome.done(somebody.person());
            };
            var withdrawn = AtOnce.all(List.of(withdraw, forget)).getFirst() instanceof Outcome.Done<PersonId>;
            assertThat(persons.find(village.county, somebody.person()).isPresent())
                    .isEqualTo(withdrawn);
        }
    }

    @Test
    void anAdministratorAsksForTheFamilyOfTheOwnPeopleAlone() {
        var dead = somebody();
        village.the(Homes.class).settle(village.county, dead.person(), village.station);
        var elsewhere = village.staff("Wu Min", village.station, Role.CLERK);
        assertThat(deletions.askFor(elsewhere, dead.person(), Reason.DIED))
                .isEqualTo(Outcome.refused("deletion.not_yours"));
        assertThat(deletions.askFor(village.administrator, dead.person(), Reason.OWN_WISH))
                .isEqualTo(Outcome.refused("deletion.not_yours"));
        var asked = deletions
                .askFor(village.administrator, dead.person(), Reason.DIED)
                .orThrow();
        assertThat(deletions.askedFor(village.administrator)).contains(asked);
        assertThat(deletions.open(dead)).as("the person sees it and can say no").contains(asked);
        assertThat(deletions.askFor(village.administrator, new Phone("13766660000"), Reason.DIED))
                .isEqualTo(Outcome.refused("deletion.nobody"));
        run(asked.due());
        assertThat(persons.find(village.county, dead.person())).isEmpty();
    }

    private Actor somebody() {
        var person = persons.register(village.county, "Somebody", number()).orThrow();
        return Actor.withoutPosts(village.county, person);
    }

    private Phone number() {
        return new Phone("137777%05d".formatted(++numbers));
    }

    private void run(Instant at) {
        clock.at(at, () -> job.run(village.county));
    }

    private List<String> names(Actor somebody) {
        return List.copyOf(
                persons.names(village.county, List.of(somebody.person())).values());
    }

    private String name(Actor somebody) {
        return jdbc.sql("select name from person where county_id = :county and id = :person")
                .param("county", village.county.value())
                .param("person", somebody.person().value())
                .query(String.class)
                .single();
    }

    private int undone(Actor somebody) {
        return jdbc.sql("""
                        select count(*) from deletion_request
                        where county_id = :county and person_id = :person and begun_at is not null and done_at is null
                        """)
                .param("county", village.county.value())
                .param("person", somebody.person().value())
                .query(Integer.class)
                .single();
    }
}
