package feiyan.orders;

import static feiyan.orders.OrdersWorld.ADDRESS;
import static feiyan.orders.OrdersWorld.NEED;
import static feiyan.orders.OrdersWorld.NOW;
import static feiyan.orders.OrdersWorld.RECIPIENT;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.orders.Draft.Leaf;
import feiyan.orders.Draft.Sheet;
import feiyan.orders.DraftText.Where;
import feiyan.orders.Drafts.Ready;
import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing typed is lost, nothing is mixed, nothing is sent twice, and nobody else reads along. */
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(OrdersWorld.class)
class DraftsTest {

    private static final DraftText BLANK = DraftText.begun(false, Where.NOTHING);

    @Autowired
    OrdersWorld world;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftMedia media;

    @Autowired
    DraftSweep sweep;

    @Autowired
    Orders orders;

    @Autowired
    Policies policies;

    @Autowired
    InstantSource clock;

    @Autowired
    JdbcClient jdbc;

    private Cast cast;
    private Actor resident;

    @BeforeEach
    void aCounty() {
        cast = world.county();
        resident = cast.resident();
    }

    @Test
    void whatWasTypedIsFoundAgainWordForWordMistakesAndAll() {
        var draft = begun();
        keep(draft, Sheet.WHAT, draft.version(), Ids.next(), need("  " + NEED + "\n"));
        keep(
                draft,
                Sheet.WHERE,
                draft.version(),
                Ids.next(),
                text -> text.with(Where.NOTHING.of(cast.station(), ADDRESS, RECIPIENT, "12 not a number")));
        var again = drafts.open(resident).orElseThrow();
        assertThat(again.id()).isEqualTo(draft.id());
        assertThat(again.text().what().need()).isEqualTo("  " + NEED + "\n");
        assertThat(again.text().where().phone()).isEqualTo("12 not a number");
        assertThat(again.text().where().station()).isEqualTo(cast.station());
    }

    @Test
    void theDatabaseHoldsNothingReadableOfIt() {
        var draft = begun();
        keep(draft, Sheet.WHAT, 1, Ids.next(), need(NEED));
        var row = jdbc.sql("select d::text from order_draft d where d.county_id = :county and d.id = :id")
                .param("county", cast.county().value())
                .param("id", draft.id().value())
                .query(String.class)
                .single();
        var hex = java.util.HexFormat.of().formatHex(NEED.getBytes(StandardCharsets.UTF_8));
        assertThat(row).doesNotContain(NEED).doesNotContain(hex);
        assertThat(drafts.open(resident).orElseThrow().toString()).doesNotContain(NEED);
    }

    @Test
    void nobodyElseFindsIt() {
        var draft = begun();
        var elsewhere = world.county();
        var impostor = Actor.withoutPosts(elsewhere.county(), resident.person());
        for (var other : List.of(cast.stranger(), cast.clerk(), cast.centerDispatcher(), impostor)) {
            assertThat(drafts.open(other)).isEmpty();
            assertThat(drafts.find(other, draft.id())).isEmpty();
            assertThat(refusal(drafts.keep(other, draft.id(), leaf(Sheet.WHAT, 9, Ids.next()), need("mine"))))
                    .isEqualTo("draft.gone");
            assertThat(refusal(drafts.discard(other, draft.id()))).isEqualTo("draft.gone");
        }
    }

    @Test
    void thereIsOneAtATimeAndASecondTakesItsPlaceOnlyWhereTheFirstWasSeen() {
        var first = begun();
        assertThat(refusal(drafts.begin(resident, BLANK, null))).isEqualTo("draft.open_already");
        assertThat(refusal(drafts.begin(resident, BLANK, new OrderId(Ids.next()))))
                .isEqualTo("draft.open_already");
        var second = drafts.begin(resident, BLANK, first.id()).orThrow();
        assertThat(drafts.open(resident).orElseThrow().id()).isEqualTo(second.id());
        assertThat(drafts.find(resident, first.id())).isEmpty();
    }

    @Test
    void aPageFollowsItsOwnWritingButNotThatOfAnotherWindow() {
        var draft = begun();
        var here = Ids.next();
        var there = Ids.next();
        keep(draft, Sheet.WHAT, 1, here, need("from here"));
        assertThat(refusal(drafts.keep(resident, draft.id(), leaf(Sheet.WHAT, 1, there), need("from there"))))
                .isEqualTo("draft.elsewhere");
        // the browser's way back shows the page as it was: same page, old version
        keep(draft, Sheet.WHAT, 1, here, need("from here, and more"));
        assertThat(refusal(drafts.keep(resident, draft.id(), leaf(Sheet.WHAT, 2, there), need("from there"))))
                .isEqualTo("draft.elsewhere");
        keep(draft, Sheet.WHERE, 1, there, text -> text.with(Where.NOTHING.of(null, ADDRESS, "", "")));
        var now = drafts.open(resident).orElseThrow();
        assertThat(now.text().what().need()).isEqualTo("from here, and more");
        assertThat(now.text().where().address()).isEqualTo(ADDRESS);
        keep(draft, Sheet.WHAT, now.version(), there, need("from there, having seen it"));
    }

    @Test
    void whatWasDecidedOfTheWordsHoldsForTheSameWordsOnly() {
        var draft = begun();
        keep(draft, Sheet.WHAT, 1, Ids.next(), need("smoke"));
        drafts.decide(resident, draft.id(), DraftText.What::calmed).orThrow();
        drafts.decide(resident, draft.id(), DraftText.What::takenAsSaid).orThrow();
        var said = drafts.open(resident).orElseThrow().text().what();
        assertThat(said.saying("smoke ", null).calm()).isTrue();
        assertThat(said.saying("smoke ", null).asSaid()).isTrue();
        assertThat(said.saying("smoke and fire", null).calm()).isFalse();
        assertThat(said.saying("smoke and fire", null).asSaid()).isFalse();
    }

    @Test
    void itIsSentUnderItsOwnIdWithItsPhotosAndLeavesNoDraft() {
        var draft = begun();
        media.addPhoto(resident, draft.id(), photo()).orThrow();
        var seen = drafts.open(resident).orElseThrow().version();
        var order = drafts.send(resident, draft.id(), seen, text -> Outcome.done(ready("MORNING")))
                .orThrow();
        assertThat(order).isEqualTo(draft.id());
        assertThat(world.state(cast, order)).isEqualTo(State.SUBMITTED);
        assertThat(drafts.open(resident)).isEmpty();
        assertThat(count("order_media", "order_id", order)).isEqualTo(1);
        assertThat(count("order_day_part", "order_id", order)).isEqualTo(1);
        assertThat(refusal(drafts.send(resident, draft.id(), seen, text -> Outcome.done(ready(null)))))
                .isEqualTo("order.placed_already");
    }

    @Test
    void sentFromTwoWindowsAtOnceItIsPlacedOnce() {
        var draft = begun();
        Supplier<Outcome<OrderId>> send = () -> drafts.send(resident, draft.id(), 1, text -> Outcome.done(ready(null)));
        var answers = AtOnce.all(Collections.nCopies(6, send));
        assertThat(AtOnce.done(answers)).containsExactly(draft.id());
        assertThat(AtOnce.refusals(answers)).hasSize(5).containsOnly("order.placed_already");
        assertThat(count("service_order", "id", draft.id())).isEqualTo(1);
    }

    @Test
    void onlyWhatWasLookedAtIsSent() {
        var draft = begun();
        keep(draft, Sheet.WHAT, 1, Ids.next(), need("changed in another window"));
        assertThat(refusal(drafts.send(resident, draft.id(), 1, text -> Outcome.done(ready(null)))))
                .isEqualTo("draft.changed");
        assertThat(drafts.open(resident)).isPresent();
    }

    @Test
    void anOrderThatIsRefusedLeavesTheDraftAsItWas() {
        var draft = begun();
        var past = new Slot(clock.instant().minusSeconds(7200), clock.instant().minusSeconds(60));
        assertThat(refusal(drafts.send(resident, draft.id(), 1, text -> Outcome.done(new Ready(need(past), null)))))
                .isEqualTo("order.time_is_past");
        assertThat(drafts.open(resident)).isPresent();
    }

    @Test
    void whatNobodyGoesOnWithIsErasedAfterSevenDaysPhotosAndAll() {
        var draft = world.at(NOW, () -> drafts.begin(resident, BLANK, null).orThrow());
        world.at(NOW, () -> media.addPhoto(resident, draft.id(), photo()).orThrow());
        var fresh = world.at(NOW.plus(Duration.ofDays(3)), () -> drafts.begin(cast.stranger(), BLANK, null))
                .orThrow();
        assertThat(swept(NOW.plus(Duration.ofDays(7)))).isZero();
        assertThat(swept(NOW.plus(Duration.ofDays(7)).plusSeconds(1))).isEqualTo(1);
        assertThat(count("order_draft", "id", draft.id())).isZero();
        assertThat(count("order_media", "draft_id", draft.id())).isZero();
        assertThat(count("order_draft", "id", fresh.id())).isEqualTo(1);
        policies.set(cast.county(), Policy.DRAFT_DAYS, 2, null).orThrow();
        assertThat(swept(NOW.plus(Duration.ofDays(6)))).isEqualTo(1);
    }

    @Test
    void thrownAwayItTakesItsPhotosWithIt() {
        var draft = begun();
        media.addPhoto(resident, draft.id(), photo()).orThrow();
        drafts.discard(resident, draft.id()).orThrow();
        assertThat(count("order_media", "draft_id", draft.id())).isZero();
        assertThat(drafts.open(resident)).isEmpty();
    }

    private Draft begun() {
        return drafts.begin(resident, BLANK, null).orThrow();
    }

    private void keep(Draft draft, Sheet sheet, int seen, UUID page, UnaryOperator<DraftText> typed) {
        drafts.keep(resident, draft.id(), leaf(sheet, seen, page), typed).orThrow();
    }

    private static Leaf leaf(Sheet sheet, int seen, UUID page) {
        return new Leaf(sheet, seen, page);
    }

    private static UnaryOperator<DraftText> need(String words) {
        return text -> text.with(text.what().saying(words, null));
    }

    private Ready ready(@Nullable String part) {
        var from = clock.instant().plus(Duration.ofDays(1));
        return new Ready(need(new Slot(from, from.plus(Duration.ofDays(2)))), part);
    }

    private NewOrder need(Slot window) {
        return new NewOrder(
                resident.person(),
                Channel.PHONE_PAGE,
                cast.station(),
                cast.haircut(),
                NEED,
                RECIPIENT,
                "13800000000",
                ADDRESS,
                null,
                window,
                false,
                null,
                null);
    }

    private int swept(Instant at) {
        return world.at(at, () -> sweep.sweep(cast.county()));
    }

    private int count(String table, String column, OrderId id) {
        return jdbc.sql("select count(*) from %s where county_id = :county and %s = :id".formatted(table, column))
                .param("county", cast.county().value())
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    static byte[] photo() {
        return Pictures.jpeg(Pictures.redLeft(80, 40));
    }

    static String refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.code() : "done";
    }
}
