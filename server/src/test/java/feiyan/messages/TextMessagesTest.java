package feiyan.messages;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.messages.Choices.Chosen;
import feiyan.orders.Channel;
import feiyan.orders.NewOrder;
import feiyan.orders.OrderClocks;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Review;
import feiyan.orders.Slot;
import feiyan.platform.AppClock;
import feiyan.platform.OutboxWorker;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import feiyan.units.Units;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Who gets a text message, when, and how often: once. */
@FeiyanTest
@Import(SentTexts.class)
@TestInstance(Lifecycle.PER_CLASS)
class TextMessagesTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private SentTexts sent;

    @Autowired
    private TextSending sending;

    @Autowired
    private TextQueue queue;

    @Autowired
    private OutboxWorker worker;

    @Autowired
    private Choices choices;

    @Autowired
    private Notices notices;

    @Autowired
    private AppClock clock;

    private Village village;
    private Actor asker;
    /** Ten in the morning. */
    private Instant wednesday;

    private Instant tuesday;
    private Instant tuesdayNight;
    private Instant wednesdayMorning;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
        tuesday = wednesday.minus(Duration.ofHours(23));
        tuesdayNight = wednesday.minus(Duration.ofHours(12));
        wednesdayMorning = wednesday.minus(Duration.ofHours(2));
    }

    @BeforeEach
    void somebodyWhoNeverSignedIn() {
        asker = Actor.withoutPosts(village.county, village.person("Grandma Wang"));
    }

    @Test
    void whoNeverSignedInIsSentWhatMattersAndNothingElse() {
        var order = approved(tuesday);
        tick(tuesday);
        assertThat(texts(asker)).as("approved: that can wait").isEmpty();
        accepted(order, tuesday);
        tick(tuesday);
        assertThat(texts(asker)).singleElement().asString().startsWith("【飞燕】“Haircut”约在");
    }

    @Test
    void aTextMessageBearsNoAddressNoNameAndNoWordsOfTheNeed() {
        accepted(approved(tuesday), tuesday);
        tick(tuesday);
        assertThat(texts(asker))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContain("Wang", "well", "hair has", "13800000000"));
    }

    @Test
    void whoSignsInReadsInTheAppUnlessTheLettersAreLarge() {
        signsIn(asker);
        accepted(approved(tuesday), tuesday);
        tick(tuesday);
        assertThat(texts(asker)).isEmpty();

        choices.readsLargeLetters(village.county, asker.person(), true);
        accepted(approved(tuesday), tuesday);
        tick(tuesday);
        assertThat(texts(asker)).hasSize(1);
    }

    @Test
    void whoChoseGetsWhatTheyChoseInTheirLanguage() {
        choose(asker, "en", Topic.NEEDS, Way.APP, Topic.NEEDS_PROGRESS, Way.TEXT);
        accepted(approved(tuesday), tuesday);
        tick(tuesday);
        assertThat(texts(asker)).singleElement().asString().startsWith("Feiyan: \"Haircut\" is approved");
    }

    @Test
    void volunteersAreSentOffersAndWhatChangesInTheirServices() {
        var zhao = village.volunteer("Zhao");
        signsIn(zhao);
        var order = approved(tuesday);
        var offer = clock.at(tuesday, () -> offer(order, zhao));
        tick(tuesday);
        var soon = tuesday.plus(Duration.ofMinutes(4));
        tick(soon);
        clock.at(soon, () -> {
            village.the(Answers.class).accept(zhao, offer).orThrow();
            village.the(Orders.class)
                    .cancel(asker, order, village.version(order), null)
                    .orThrow();
        });
        tick(soon.plusSeconds(1));
        assertThat(texts(zhao)).hasSize(2);
        assertThat(texts(zhao).getFirst()).contains("想请您来");
        assertThat(texts(zhao).getLast()).contains("不用您去了");
    }

    @Test
    void staffAreSentOnlyWhatIsOverdueAndAFloodOfItIsOne() {
        var institute = village.the(Units.class)
                .parent(village.county, village.station)
                .orElseThrow()
                .id();
        var dispatcher = village.staff("Sun Hong", institute, Role.DISPATCHER);
        signsIn(dispatcher);
        Stream.generate(() -> approved(tuesday)).limit(4).forEach(order -> {});
        tick(tuesday);
        assertThat(texts(dispatcher)).isEmpty();
        var late = wednesday.plus(Duration.ofDays(8));
        clock.at(late, () -> village.the(OrderClocks.class).tick(village.county));
        tick(late);
        assertThat(texts(dispatcher)).singleElement().asString().contains("4条", "逾期转来");
    }

    @Test
    void nobodyIsWokenAndWhatANightBroughtIsOneMessageInTheMorning() {
        var first = approved(tuesday);
        var second = approved(tuesday);
        accepted(first, tuesdayNight);
        accepted(second, tuesdayNight);
        tick(tuesdayNight);
        tick(wednesdayMorning.minusSeconds(1));
        assertThat(texts(asker)).isEmpty();
        tick(wednesdayMorning);
        assertThat(texts(asker)).singleElement().asString().contains("2条", "约好时间");
        tick(wednesdayMorning.plusSeconds(60));
        assertThat(texts(asker)).hasSize(1);
    }

    @Test
    void oneMessageOfANightSaysItWhole() {
        accepted(approved(tuesday), tuesdayNight);
        tick(tuesdayNight);
        tick(wednesdayMorning);
        assertThat(texts(asker)).singleElement().asString().contains("约在");
    }

    @Test
    void anUrgentOfferRingsAtNightAndAnotherDoesNot() {
        var zhao = village.volunteer("Zhao");
        var plain = approved(tuesday);
        clock.at(tuesdayNight, () -> offer(plain, zhao));
        tick(tuesdayNight);
        assertThat(texts(zhao)).isEmpty();
        var urgent = approved(tuesday, true);
        clock.at(tuesdayNight, () -> offer(urgent, zhao));
        tick(tuesdayNight.plusSeconds(1));
        assertThat(texts(zhao)).singleElement().asString().contains("想请您来");
    }

    @Test
    void aDigestComesOnceADayAndWhatCannotWaitBeforeIt() {
        choose(asker, "zh-CN", Topic.NEEDS, Way.DIGEST, Topic.NEEDS_PROGRESS, Way.DIGEST);
        var order = approved(tuesday);
        approved(tuesday);
        tick(tuesday);
        assertThat(texts(asker)).isEmpty();
        accepted(order, wednesdayMorning);
        tick(wednesdayMorning);
        assertThat(texts(asker))
                .as("the digest would come after the service")
                .filteredOn(text -> text.contains("约在"))
                .hasSize(1);
        tick(tuesday.plus(Duration.ofHours(7)));
        assertThat(texts(asker)).filteredOn(text -> text.contains("2条")).hasSize(1);
    }

    @Test
    void whatWasReadInTheAppInTheMeantimeIsNotSent() {
        accepted(approved(tuesday), tuesdayNight);
        tick(tuesdayNight);
        var latest = notices.latest(asker, null).getFirst();
        clock.at(tuesdayNight, () -> notices.readAll(asker, latest.id()).orThrow());
        tick(wednesdayMorning);
        assertThat(texts(asker)).isEmpty();
    }

    @Test
    void anOfferWhoseDeadlineIsOverIsNotSent() {
        var zhao = village.volunteer("Zhao");
        var order = approved(tuesday);
        clock.at(tuesday, () -> offer(order, zhao));
        clock.at(tuesday, worker::work);
        clock.at(wednesday.plus(Duration.ofHours(3)), sending::send);
        assertThat(texts(zhao)).isEmpty();
    }

    @Test
    void twoWorkersSendEachOnce() throws Exception {
        var readers = Stream.generate(() -> village.volunteer("Qian")).limit(20).toList();
        for (var reader : readers) {
            var order = approved(tuesday);
            clock.at(tuesday, () -> offer(order, reader));
        }
        clock.at(tuesday, worker::work);
        var together = new CyclicBarrier(2);
        try (var instances = Executors.newFixedThreadPool(2)) {
            var running = Stream.generate(() -> instances.submit(() -> {
                        together.await();
                        clock.at(tuesday.plus(Duration.ofMinutes(4)), sending::send);
                        return null;
                    }))
                    .limit(2)
                    .toList();
            for (var each : running) {
                each.get();
            }
        }
        assertThat(readers).allSatisfy(reader -> assertThat(texts(reader)).hasSize(1));
    }

    @Test
    void whatDidNotLeaveComesAgainLaterAndIsGivenUpAtLast() {
        accepted(approved(tuesday), tuesday);
        sent.offline = true;
        tick(tuesday);
        clock.at(tuesday.plusSeconds(59), sending::send);
        assertThat(givenUp()).isEmpty();
        for (int minute = 1; minute < 180; minute++) {
            clock.at(tuesday.plus(Duration.ofMinutes(minute)), sending::send);
        }
        assertThat(givenUp()).extracting(GivenUp.Text::attempts).containsOnly(TextSending.ATTEMPTS);
        sent.offline = false;
        clock.at(tuesday.plus(Duration.ofHours(4)), () -> {
            village.the(GivenUp.class).tryAgain(village.administrator).orThrow();
            sending.send();
        });
        assertThat(texts(asker)).hasSize(1);
        assertThat(givenUp()).isEmpty();
    }

    @Test
    void aMinuteAfterAFailureItIsSent() {
        accepted(approved(tuesday), tuesday);
        sent.offline = true;
        tick(tuesday);
        sent.offline = false;
        clock.at(tuesday.plusSeconds(59), sending::send);
        assertThat(texts(asker)).isEmpty();
        clock.at(tuesday.plusSeconds(61), sending::send);
        assertThat(texts(asker)).hasSize(1);
    }

    @Test
    void whatADyingWorkerHadClaimedIsSentByAnotherWhenTheClaimRunsOut() {
        accepted(approved(tuesday), tuesday);
        clock.at(tuesday, worker::work);
        assertThat(queue.claim(village.county, asker.person(), tuesday)).hasSize(1);
        clock.at(tuesday.plus(TextQueue.CLAIM).minusSeconds(1), sending::send);
        assertThat(texts(asker)).isEmpty();
        clock.at(tuesday.plus(TextQueue.CLAIM), sending::send);
        assertThat(texts(asker)).hasSize(1);
    }

    @Test
    void whatIsToldAfterALongStandstillIsInTheAppOnly() {
        accepted(approved(tuesday), tuesday);
        tick(tuesday.plus(Duration.ofDays(2)));
        assertThat(texts(asker)).isEmpty();
        assertThat(notices.latest(asker, null)).isNotEmpty();
    }

    private List<GivenUp.Text> givenUp() {
        return village.the(GivenUp.class).list(village.administrator).orThrow().texts();
    }

    private void tick(Instant at) {
        clock.at(at, worker::work);
        clock.at(at, sending::send);
    }

    private OrderId approved(Instant at) {
        return approved(at, false);
    }

    private OrderId approved(Instant at, boolean urgent) {
        var need = new NewOrder(
                asker.person(),
                Channel.PHONE_PAGE,
                village.station,
                village.project(1, 40),
                "Her hair has grown long",
                "Wang Xiulan",
                "13800000000",
                "No. 3, by the well",
                Village.SQUARE,
                new Slot(wednesday, wednesday.plus(Duration.ofDays(2))),
                urgent,
                null,
                null);
        return clock.at(at, () -> {
            var order = village.the(Orders.class).place(asker, need).orThrow();
            return village.the(Review.class)
                    .approve(village.clerk, order, village.version(order), null)
                    .orThrow();
        });
    }

    private void accepted(OrderId order, Instant at) {
        var barber = village.volunteer("Zhou");
        clock.at(
                at,
                () -> village.the(Answers.class)
                        .accept(barber, offer(order, barber))
                        .orThrow());
    }

    private OfferId offer(OrderId order, Actor volunteer) {
        Invitee invitee = new Invitee.ToVolunteer(volunteer.person());
        return village.the(Offers.class)
                .make(village.clerk, order, village.version(order), village.slot(order, wednesday), List.of(invitee))
                .orThrow()
                .getFirst();
    }

    private void choose(Actor actor, String language, Topic one, Way way, Topic other, Way otherWay) {
        choices.choose(actor, new Chosen(language, Map.of(one, way, other, otherWay)))
                .orThrow();
    }

    private void signsIn(Actor actor) {
        village.the(Accounts.class).openFor(village.county, List.of(actor.person()));
    }

    private List<String> texts(Actor actor) {
        return sent.to(phone(actor));
    }

    private Phone phone(Actor actor) {
        return village.the(Persons.class)
                .phone(village.county, actor.person(), actor.person(), null)
                .orElseThrow();
    }
}
