package feiyan.orders;

import static feiyan.orders.DraftsTest.photo;
import static feiyan.orders.DraftsTest.refusal;
import static feiyan.orders.OrdersWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.menu.ProjectId;
import feiyan.orders.DraftText.Where;
import feiyan.orders.Drafts.Ready;
import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A voice with a canary in it: who hears it sing, when, and is it written down? */
@FeiyanTest(properties = "feiyan.jobs=false")
@Import(OrdersWorld.class)
class OrderMediaTest {

    @Autowired
    OrdersWorld world;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftMedia ofDrafts;

    @Autowired
    OrderMedia ofOrders;

    @Autowired
    OrderBook book;

    @Autowired
    Review review;

    @Autowired
    OrderProgress progress;

    @Autowired
    JdbcClient jdbc;

    private Cast cast;
    private OrderId draft;

    @BeforeEach
    void aDraft() {
        cast = world.county();
        draft = drafts.begin(cast.resident(), DraftText.begun(false, Where.NOTHING), null)
                .orThrow()
                .id();
    }

    @Test
    void thereAreFourPhotosAndTheFifthIsToldSo() {
        for (int place = 1; place <= DraftMedia.PHOTOS; place++) {
            ofDrafts.addPhoto(cast.resident(), draft, photo()).orThrow();
        }
        assertThat(refusal(ofDrafts.addPhoto(cast.resident(), draft, photo()))).isEqualTo("media.too_many");
        var second = ofDrafts.of(cast.resident(), draft).get(1);
        ofDrafts.remove(cast.resident(), draft, second.id()).orThrow();
        ofDrafts.addPhoto(cast.resident(), draft, photo()).orThrow();
        assertThat(ofDrafts.of(cast.resident(), draft))
                .extracting(Medium::place)
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void ofManyThatAddAtOnceFourGetIn() {
        Supplier<Outcome<MediaId>> add = () -> ofDrafts.addPhoto(cast.resident(), draft, photo());
        var answers = AtOnce.all(List.of(add, add, add, add, add, add, add));
        assertThat(AtOnce.done(answers)).hasSize(4);
        assertThat(AtOnce.refusals(answers)).hasSize(3).containsOnly("media.too_many");
    }

    @Test
    void thereIsOneVoiceAndANewOneTakesItsPlace() {
        ofDrafts.setVoice(cast.resident(), draft, "OggS first".getBytes(StandardCharsets.US_ASCII))
                .orThrow();
        ofDrafts.setVoice(cast.resident(), draft, Pictures.webm()).orThrow();
        assertThat(ofDrafts.of(cast.resident(), draft)).extracting(Medium::type).containsExactly("audio/webm");
    }

    @Test
    void whatIsTooLargeOrSomethingElseIsNotTaken() {
        var resident = cast.resident();
        assertThat(refusal(ofDrafts.addPhoto(resident, draft, new byte[DraftMedia.LARGEST_PHOTO + 1])))
                .isEqualTo("media.photo_too_large");
        assertThat(refusal(ofDrafts.addPhoto(resident, draft, Pictures.webm()))).isEqualTo("media.no_photo");
        assertThat(refusal(ofDrafts.setVoice(resident, draft, new byte[DraftMedia.LARGEST_VOICE + 1])))
                .isEqualTo("media.voice_too_large");
        assertThat(refusal(ofDrafts.setVoice(resident, draft, photo()))).isEqualTo("media.no_voice");
    }

    @Test
    void aDraftsVoiceIsItsWritersAlone() {
        var voice = ofDrafts.setVoice(cast.resident(), draft, Pictures.webm()).orThrow();
        assertThat(ofDrafts.open(cast.resident(), draft, voice)).isPresent();
        for (var other : List.of(cast.stranger(), cast.clerk(), cast.centerDispatcher())) {
            assertThat(ofDrafts.open(other, draft, voice)).isEmpty();
            assertThat(ofDrafts.of(other, draft)).isEmpty();
            assertThat(refusal(ofDrafts.remove(other, draft, voice))).isEqualTo("draft.gone");
            assertThat(refusal(ofDrafts.addPhoto(other, draft, photo()))).isEqualTo("draft.gone");
        }
    }

    @Test
    void theDatabaseHoldsNothingThatCouldBePlayed() {
        ofDrafts.setVoice(cast.resident(), draft, Pictures.webm()).orThrow();
        var row = jdbc.sql("select m::text from order_media m where m.county_id = :county and m.draft_id = :draft")
                .param("county", cast.county().value())
                .param("draft", draft.value())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(HexFormat.of().formatHex("canary".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void ofAnOrderItIsHeardByThoseWhoReadItsWordsAndForAsLong() {
        var voice = sentWithVoice(cast.haircut());
        hears(voice, cast.resident(), cast.clerk());
        deaf(voice, cast.stranger(), cast.sisterClerk(), cast.volunteer());
        world.at(NOW, () -> review.approve(cast.clerk(), draft, 1, cast.haircut()))
                .orThrow();
        world.offer(cast, draft);
        deaf(voice, cast.leader(), cast.volunteer());
        world.accept(cast, draft);
        hears(voice, cast.leader(), cast.volunteer(), cast.dispatcher(), cast.centerDispatcher());
        serve();
        deaf(voice, cast.leader(), cast.volunteer());
        hears(voice, cast.resident(), cast.clerk());
    }

    @Test
    void ofAConfidentialOrderOnlyItsHandlersHearIt() {
        var voice = sentWithVoice(cast.counselling());
        hears(voice, cast.resident(), cast.clerk());
        deaf(voice, cast.dispatcher(), cast.centerDispatcher(), cast.sisterClerk());
    }

    @Test
    void eachViewByAnybodyButTheRequesterIsWrittenDown() {
        var voice = sentWithVoice(cast.haircut());
        hears(voice, cast.resident());
        assertThat(views(voice)).isZero();
        hears(voice, cast.clerk());
        hears(voice, cast.clerk());
        deaf(voice, cast.stranger());
        assertThat(views(voice)).isEqualTo(2);
    }

    private MediaId sentWithVoice(ProjectId project) {
        var voice = ofDrafts.setVoice(cast.resident(), draft, Pictures.webm()).orThrow();
        var seen = drafts.open(cast.resident()).orElseThrow().version();
        var need = new NewOrder(
                cast.resident().person(),
                Channel.PHONE_PAGE,
                cast.station(),
                project,
                "",
                "Wang",
                "13800000000",
                "By the well",
                null,
                OrdersWorld.window(),
                false,
                null,
                null);
        world.at(NOW, () -> drafts.send(cast.resident(), draft, seen, text -> Outcome.done(new Ready(need, null))))
                .orThrow();
        return voice;
    }

    private void serve() {
        var person = cast.volunteer().person();
        var window = OrdersWorld.window();
        world.at(window.from(), () -> progress.start(cast.county(), draft, person))
                .orThrow();
        world.at(window.to(), () -> progress.finish(cast.county(), draft, person, null))
                .orThrow();
    }

    private void hears(MediaId voice, Actor... people) {
        for (var somebody : people) {
            assertThat(ofOrders.open(somebody, draft, voice).orElseThrow().bytes())
                    .isEqualTo(Pictures.webm());
            assertThat(ofOrders.of(somebody, book.find(somebody, draft).orElseThrow()))
                    .hasSize(1);
        }
    }

    private void deaf(MediaId voice, Actor... people) {
        for (var somebody : people) {
            assertThat(ofOrders.open(somebody, draft, voice)).isEmpty();
            assertThat(book.find(somebody, draft)
                            .map(order -> ofOrders.of(somebody, order))
                            .orElse(List.of()))
                    .isEmpty();
        }
    }

    private int views(MediaId voice) {
        return jdbc.sql("""
                select count(*) from sensitive_view
                where county_id = :county and subject = 'order_media' and subject_id = :id
                """)
                .param("county", cast.county().value())
                .param("id", voice.value())
                .query(Integer.class)
                .single();
    }
}
