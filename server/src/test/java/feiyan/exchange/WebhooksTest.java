package feiyan.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.orders.Review;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.OutboxWorker;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.NewUnit;
import feiyan.units.Role;
import feiyan.units.UnitChanges;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whom a step of an order is told, what is said, and what follows when nobody answers. */
@FeiyanTest(
        properties = {"feiyan.jobs=false", "feiyan.webhooks.plain-http=true", "feiyan.webhooks.private-networks=true"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksTest {

    private static final Set<State> BOTH = Set.of(State.SUBMITTED, State.APPROVED);

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Webhooks webhooks;

    @Autowired
    private WebhookSending sending;

    @Autowired
    private DeliveryQueue queue;

    @Autowired
    private OutboxWorker outbox;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Village village;
    private Receiver receiver;
    private Instant from;

    @BeforeAll
    void found() {
        village = Village.in(house);
        from = Village.wednesday(clock.instant());
    }

    @BeforeEach
    void listen() throws IOException {
        outbox.work();
        receiver = new Receiver();
    }

    @AfterEach
    void endAll() {
        receiver.close();
        webhooks.all(village.administrator)
                .orThrow()
                .forEach(each -> webhooks.end(village.administrator, each.id()).orThrow());
    }

    @Test
    void aStepIsToldOnceWithCodesOnlyAndSignedByTheSecret() throws Exception {
        var webhook = open(village.center, Set.of(State.APPROVED));
        var order = village.approved(village.project(1, 40), from);
        work();
        work();
        assertThat(receiver.told).hasSize(1);
        var told = receiver.told.getFirst();
        var message = new JsonMapper().readTree(told.body());
        assertThat(message.get("type").asString()).isEqualTo("order.approve");
        assertThat(message.get("county").asString()).isEqualTo(Long.toString(village.county.value()));
        assertThat(message.get("id").asString()).isEqualTo(told.id());
        assertThat(message.get("order").get("id").asString())
                .isEqualTo(order.value().toString());
        assertThat(message.get("order").get("from").asString()).isEqualTo("SUBMITTED");
        assertThat(message.get("order").get("to").asString()).isEqualTo("APPROVED");
        assertThat(message.get("order").get("version").asInt()).isEqualTo(2);
        // Her whole number: its first digits stand in one id out of hundreds.
        assertThat(told.body()).doesNotContain("hair", "Wang", "13800000000", "well");
        var secret = webhooks.secret(village.administrator, webhook).orThrow();
        assertThat(told.signature()).isEqualTo("v1," + hmac(secret, told));
        assertThat(fate(webhook)).containsExactly("DELIVERED 204");
    }

    /** By the convention's own words, not by our code. */
    private static String hmac(String secret, Receiver.Told told) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
        var signed = told.id() + "." + told.timestamp() + "." + told.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    /** The example of the Standard Webhooks text. */
    @Test
    void theSignatureIsThatOfTheConvention() {
        var secret = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(secret.signature("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(HexFormat.of()
                        .formatHex(Base64.getDecoder()
                                .decode(WebhookSecret.make().text().substring(6))))
                .hasSize(64);
    }

    @Test
    void onlyTheChosenStatesOfTheOwnSubtreeAreTold() {
        var sister = sisterStation();
        open(sister, BOTH);
        var own = open(village.station, Set.of(State.SUBMITTED));
        village.approved(village.project(1, 40), from);
        work();
        assertThat(receiver.told).extracting(Receiver.Told::path).containsExactly("/" + village.station.value());
        assertThat(fate(own)).containsExactly("DELIVERED 204");
    }

    private UnitId sisterStation() {
        var institute = village.the(Units.class)
                .parent(village.county, village.station)
                .orElseThrow()
                .id();
        return village.the(UnitChanges.class)
                .open(village.administrator, institute, NewUnit.named("Sister"))
                .orThrow();
    }

    @Test
    void confidentialOrdersAreToldToNobody() {
        open(village.center, BOTH);
        village.approved(village.confidentialProject(), from);
        work();
        assertThat(receiver.told).isEmpty();
    }

    @Test
    void whatTurnsOutToBeConfidentialIsToldNoMore() {
        var webhook = open(village.center, Set.of(State.SUBMITTED));
        receiver.answers = 500;
        var order = village.inFreeWords(from);
        work();
        assertThat(receiver.told).hasSize(1);
        village.the(Review.class)
                .approve(village.clerk, order, village.version(order), village.confidentialProject())
                .orThrow();
        receiver.answers = 200;

        clock.at(clock.instant().plusSeconds(11), sending::send);

        assertThat(receiver.told).hasSize(1);
        assertThat(fate(webhook)).isEmpty();
    }

    /** Whoever was away for a day has thousands waiting; each of them was once looked at for each that was told. */
    @Test
    void howManyWaitMakesNoneOfThemSlower() {
        var webhook = open(village.center, Set.of(State.APPROVED));
        var silent = open(village.station, Set.of(State.APPROVED));
        wait(webhook, 2_000);
        wait(silent, 2_000);
        var read = village.the(Transactions.class)
                .write(() -> {
                    // known to the planner, as a table is that has been there for long
                    jdbc.sql("set local role none").update();
                    jdbc.sql("analyze webhook_delivery").update();
                    jdbc.sql("set local role feiyan_app").update();
                    long before = rowsRead();
                    assertThat(queue.claim(
                                    village.county, webhook, 4, clock.instant().plusSeconds(1)))
                            .hasSize(4);
                    return Outcome.done(rowsRead() - before);
                })
                .orThrow();
        assertThat(read).isBetween(4L, 40L);
    }

    /** By the transaction under way. */
    private long rowsRead() {
        return jdbc.sql("""
                select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
                from pg_stat_xact_user_tables where relname = 'webhook_delivery'
                """).query(Long.class).single();
    }

    private void wait(WebhookId webhook, int messages) {
        jdbc.sql("""
                insert into webhook_delivery (county_id, id, webhook_id, made_at, due_at)
                select :county, gen_random_uuid(), :webhook, :now, :now from generate_series(1, :messages)
                """)
                .param("county", village.county.value())
                .param("webhook", webhook.value())
                .param("now", DbTime.of(clock.instant()))
                .param("messages", messages)
                .update();
    }

    @Test
    void whoDoesNotAnswerIsToldAgainLaterAndLaterWithTheSameId() {
        var webhook = open(village.center, Set.of(State.APPROVED));
        receiver.answers = 500;
        village.approved(village.project(1, 40), from);
        work();
        sending.send();
        assertThat(receiver.told).as("not at once again").hasSize(1);
        assertThat(fate(webhook)).containsExactly("waits 500");
        var later = clock.instant().plusSeconds(11);
        receiver.answers = 200;
        clock.at(later, sending::send);
        assertThat(receiver.told).hasSize(2).extracting(Receiver.Told::id).containsOnly(id(webhook));
        assertThat(fate(webhook)).containsExactly("DELIVERED 200");
        assertThat(WebhookSending.wait(1)).isEqualTo(Duration.ofSeconds(10));
        assertThat(WebhookSending.wait(3)).isEqualTo(Duration.ofSeconds(90));
        assertThat(WebhookSending.wait(13)).isEqualTo(Duration.ofHours(6));
    }

    private String id(WebhookId webhook) {
        return webhooks.deliveries(village.administrator, webhook, null)
                .orThrow()
                .getFirst()
                .id()
                .value()
                .toString();
    }

    @Test
    void whoIsSilentForTwoDaysRestsUntilSomebodyLooks() {
        var webhook = open(village.center, Set.of(State.APPROVED));
        receiver.answers = 503;
        village.approved(village.project(1, 40), from);
        outbox.work();
        var now = clock.instant();
        for (int hour = 0; hour < 80; hour++) {
            clock.at(now.plus(Duration.ofHours(hour)), sending::send);
        }
        assertThat(receiver.told).hasSize(WebhookSending.ATTEMPTS);
        assertThat(fate(webhook)).containsExactly("GIVEN_UP 503");
        assertThat(rest(webhook)).isEqualTo(Webhook.Because.UNREACHABLE);
        assertThat(webhooks.fallenSilent(village.county)).isEqualTo(1);
        webhooks.resume(village.administrator, webhook).orThrow();
        var delivery = webhooks.deliveries(village.administrator, webhook, null)
                .orThrow()
                .getFirst()
                .id();
        webhooks.again(village.administrator, webhook, delivery).orThrow();
        receiver.answers = 204;
        sending.send();
        assertThat(fate(webhook)).containsExactly("DELIVERED 204");
        assertThat(webhooks.fallenSilent(village.county)).isZero();
    }

    @Test
    void whoWantsNoMoreAndWhoSendsElsewhereAreNotFollowed() {
        var webhook = open(village.center, Set.of(State.APPROVED));
        receiver.answers = 302;
        webhooks.tryOut(village.administrator, webhook).orThrow();
        sending.send();
        assertThat(receiver.told).extracting(Receiver.Told::path).containsExactly("/" + village.center.value());
        assertThat(fate(webhook)).containsExactly("waits 302");
        receiver.answers = 410;
        clock.at(clock.instant().plusSeconds(20), sending::send);
        assertThat(rest(webhook)).isEqualTo(Webhook.Because.GONE);
    }

    @Test
    void oneThatCannotBeReadSilencesNoneOfTheOthers() {
        var broken = open(village.center, Set.of(State.APPROVED));
        var whole = open(village.station, Set.of(State.APPROVED));
        jdbc.sql("update webhook set secret = '\\x00' where county_id = :county and id = :id")
                .param("county", village.county.value())
                .param("id", broken.value())
                .update();
        village.approved(village.project(1, 40), from);
        work();
        assertThat(fate(whole)).containsExactly("DELIVERED 204");
    }

    @Test
    void whileItRestsNothingIsLaidOutForIt() {
        var webhook = open(village.center, BOTH);
        webhooks.pause(village.administrator, webhook).orThrow();
        village.approved(village.project(1, 40), from);
        work();
        webhooks.resume(village.administrator, webhook).orThrow();
        work();
        assertThat(receiver.told).isEmpty();
    }

    @Test
    void aNewSecretSignsBesideTheFormerOneForADay() throws Exception {
        var webhook = open(village.center, BOTH);
        var former = webhooks.secret(village.administrator, webhook).orThrow();
        webhooks.renewSecret(village.administrator, webhook).orThrow();
        var next = webhooks.secret(village.administrator, webhook).orThrow();
        webhooks.tryOut(village.administrator, webhook).orThrow();
        sending.send();
        var told = receiver.told.getFirst();
        assertThat(told.signature()).isEqualTo("v1," + hmac(next, told) + " v1," + hmac(former, told));
        webhooks.tryOut(village.administrator, webhook).orThrow();
        clock.at(clock.instant().plus(Duration.ofHours(25)), sending::send);
        var nextDay = receiver.told.getLast();
        assertThat(nextDay.signature()).isEqualTo("v1," + hmac(next, nextDay));
    }

    @Test
    void severalServersTellEachStepOnce() {
        open(village.center, Set.of(State.APPROVED));
        var orders = Stream.generate(() -> village.approved(village.project(1, 40), from))
                .limit(12)
                .toList();
        outbox.work();
        Supplier<Outcome<Boolean>> server = () -> {
            sending.send();
            return Outcome.done(true);
        };
        AtOnce.all(List.of(server, server, server, server));
        assertThat(receiver.told)
                .hasSize(12)
                .extracting(WebhooksTest::order)
                .containsExactlyInAnyOrderElementsOf(orders);
    }

    private static OrderId order(Receiver.Told told) {
        JsonNode order = new JsonMapper().readTree(told.body()).get("order");
        return new OrderId(java.util.UUID.fromString(order.get("id").asString()));
    }

    @Test
    void thereAreTwentyAtMostHoweverManyAskAtOnce() {
        for (int made = 0; made < Webhooks.MOST - 1; made++) {
            open(village.center, BOTH);
        }
        var attempts = IntStream.range(0, 4)
                .<Supplier<Outcome<WebhookId>>>mapToObj(
                        i -> () -> webhooks.open(village.administrator, village.center, receiver.address("/"), BOTH))
                .toList();
        var outcomes = AtOnce.all(attempts);
        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsOnly("webhook.many").hasSize(3);
    }

    @Test
    void trialsAreTenAnHourForEachHoweverManyAreSentAtOnce() {
        var webhook = open(village.center, BOTH);
        for (int sent = 0; sent < Webhooks.TRIALS_AN_HOUR - 1; sent++) {
            webhooks.tryOut(village.administrator, webhook).orThrow();
        }
        Supplier<Outcome<DeliveryId>> another = () -> webhooks.tryOut(village.administrator, webhook);
        var outcomes = AtOnce.all(List.of(another, another, another, another));
        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).containsOnly("webhook.trials").hasSize(3);
        assertThat(webhooks.tryOut(village.administrator, open(village.center, BOTH)))
                .as("each has its own")
                .isInstanceOf(Outcome.Done.class);
        assertThat(clock.at(clock.instant().plus(Duration.ofMinutes(61)), another))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whatWasNeverSentToItIsNotThereToBeSentAgain() {
        var webhook = open(village.center, BOTH);
        var trial = webhooks.tryOut(village.administrator, webhook).orThrow();
        var other = open(village.station, BOTH);
        var notThere = Outcome.refused("webhook.unknown");
        assertThat(webhooks.again(village.administrator, webhook, new DeliveryId(Ids.next())))
                .isEqualTo(notThere);
        assertThat(webhooks.again(village.administrator, other, trial)).isEqualTo(notThere);
        jdbc.sql("update webhook_delivery set claimed_until = :until where county_id = :county and id = :id")
                .param("until", DbTime.of(clock.instant().plusSeconds(60)))
                .param("county", village.county.value())
                .param("id", trial.value())
                .update();
        assertThat(webhooks.again(village.administrator, webhook, trial))
                .isEqualTo(Outcome.refused("webhook.under_way"));
    }

    @Test
    void aMessageIsSentAgainTenTimesAnHourAtMostHoweverManyAskAtOnce() {
        var webhook = open(village.center, BOTH);
        var trial = webhooks.tryOut(village.administrator, webhook).orThrow();
        Supplier<Outcome<DeliveryId>> again = () -> webhooks.again(village.administrator, webhook, trial);
        for (int sent = 0; sent < Webhooks.REPETITIONS_AN_HOUR - 1; sent++) {
            again.get().orThrow();
        }
        var outcomes = AtOnce.all(List.of(again, again, again, again));
        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes))
                .containsOnly("webhook.repetitions")
                .hasSize(3);
        var other = webhooks.tryOut(village.administrator, webhook).orThrow();
        assertThat(webhooks.again(village.administrator, webhook, other))
                .as("each has its own")
                .isInstanceOf(Outcome.Done.class);
        assertThat(clock.at(clock.instant().plus(Duration.ofMinutes(62)), again))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void isForTheAdministratorsOfTheUnitAndThoseAbove() {
        var webhook = open(village.center, BOTH);
        var below = administratorOf(village.station);
        assertThat(webhooks.all(below).orThrow()).isEmpty();
        assertThat(webhooks.one(below, webhook)).isEqualTo(Outcome.refused("webhook.unknown"));
        assertThat(webhooks.secret(below, webhook)).isEqualTo(Outcome.refused("webhook.unknown"));
        assertThat(webhooks.end(below, webhook)).isEqualTo(Outcome.refused("webhook.unknown"));
        assertThat(webhooks.all(village.clerk)).isEqualTo(Outcome.refused("webhook.not_yours"));
        assertThat(webhooks.open(below, village.center, receiver.address("/"), BOTH))
                .isEqualTo(Outcome.refused("webhook.not_yours"));
        var own = webhooks.open(below, village.station, receiver.address("/"), BOTH)
                .orThrow();
        assertThat(webhooks.one(village.administrator, own)).isInstanceOf(Outcome.Done.class);
    }

    private Actor administratorOf(UnitId unit) {
        return village.staff("Zhao Min", unit, Role.ADMINISTRATOR);
    }

    @Test
    void eachLookAtTheSecretIsOnRecordAndNothingLiesOpenInTheDatabase() {
        var webhook = open(village.center, BOTH);
        var secret = webhooks.secret(village.administrator, webhook).orThrow();
        assertThat(jdbc.sql("""
                select count(*) from sensitive_view
                where county_id = :county and subject = 'webhook' and subject_id = :id and viewer_id = :viewer
                """)
                        .param("county", village.county.value())
                        .param("id", webhook.value())
                        .param("viewer", village.administrator.person().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select w::text from webhook w where county_id = :county")
                        .param("county", village.county.value())
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains(secret)
                        || row.contains(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)))
                        || row.contains(village.center.value() + "/"));
    }

    @Test
    void anAddressIsHttpsAndHoldsNoPassword() {
        assertThat(List.of(
                        "https://user:pass@example.org/",
                        "ftp://example.org/",
                        "https:///x",
                        "javascript:alert(1)",
                        "https://example.org/#part",
                        "https://example.org:99999/",
                        "not an address",
                        "",
                        "https://" + "x".repeat(600)))
                .allSatisfy(address -> assertThat(webhooks.open(village.administrator, village.center, address, BOTH))
                        .isEqualTo(Outcome.refused("webhook.address")));
        assertThat(WebhookAddress.of("http://example.org/", false)).isEqualTo(Outcome.refused("webhook.address"));
        assertThat(WebhookAddress.of("https://example.org/x?y=z", false)).isInstanceOf(Outcome.Done.class);
        assertThat(webhooks.open(village.administrator, village.center, receiver.address("/"), Set.of()))
                .isEqualTo(Outcome.refused("webhook.states"));
    }

    private WebhookId open(UnitId unit, Set<State> states) {
        return webhooks.open(village.administrator, unit, receiver.address("/" + unit.value()), states)
                .orThrow();
    }

    private void work() {
        outbox.work();
        sending.send();
    }

    private List<String> fate(WebhookId webhook) {
        return webhooks.deliveries(village.administrator, webhook, null).orThrow().stream()
                .map(each -> (each.outcome() == null ? "waits" : each.outcome()) + " " + each.status())
                .toList();
    }

    private Webhook.Because rest(WebhookId webhook) {
        var rest = webhooks.one(village.administrator, webhook).orThrow().rest();
        return Objects.requireNonNull(rest).because();
    }
}
