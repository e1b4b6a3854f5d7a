package feiyan.orders.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import feiyan.cast.AsActor;
import feiyan.cast.Village;
import feiyan.orders.DraftMedia;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.OrderId;
import feiyan.orders.Pictures;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Photos and voice as the browser gets them, and what it cannot send. */
@FeiyanTest(properties = "feiyan.jobs=false")
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MediaPagesTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private MockMvcTester web;

    @Autowired
    private Drafts drafts;

    @Autowired
    private DraftMedia media;

    private Village village;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
    }

    @Test
    void aPhotoIsShownToItsWriterAsWhatItIsAndKeptByNoCache() {
        var writer = somebody();
        var draft = draft(writer);
        var photo = media.addPhoto(writer, draft, Pictures.withExif(Pictures.jpeg(Pictures.redLeft(80, 40)), 1))
                .orThrow();
        var path = "/orders/new/" + draft.value() + "/media/" + photo.value();
        var answer = web.get().uri(path).with(AsActor.of(writer)).exchange();
        assertThat(answer).hasStatusOk().hasContentType("image/jpeg");
        assertThat(answer).headers().hasValue("X-Content-Type-Options", "nosniff");
        assertThat(answer).headers().hasValue("Content-Disposition", "inline; filename=\"photo-1.jpg\"");
        assertThat(answer).headers().hasValue("Cache-Control", "no-store");
        assertThat(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain(Pictures.GPS_CANARY);
        assertThat(web.get().uri(path).with(AsActor.of(village.clerk)).exchange())
                .hasStatus(404);
        assertThat(web.get()
                        .uri("/orders/" + draft.value() + "/media/" + photo.value())
                        .with(AsActor.of(writer))
                        .exchange())
                .hasStatus(404);
    }

    @Test
    void aSoundIsPlayedPieceByPieceWhereThePlayerAsksForIt() {
        var writer = somebody();
        var draft = draft(writer);
        var voice = media.setVoice(writer, draft, Pictures.webm()).orThrow();
        var answer = web.get()
                .uri("/orders/new/" + draft.value() + "/media/" + voice.value())
                .header("Range", "bytes=0-3")
                .with(AsActor.of(writer))
                .exchange();
        assertThat(answer).hasStatus(206).hasContentType("audio/webm");
        assertThat(answer.getResponse().getContentAsByteArray()).hasSize(4);
    }

    @Test
    void whatIsNoPhotoIsAMistakeBesideItsFieldAndTheWordsAreKept() {
        var writer = somebody();
        var draft = draft(writer);
        var lie =
                new MockMultipartFile("photo", "holiday.jpg", "image/jpeg", "<html>".getBytes(StandardCharsets.UTF_8));
        var answer = web.post()
                .uri("/orders/new/" + draft.value() + "/media")
                .multipart()
                .file(lie)
                .param("need", "the lamp")
                .with(AsActor.of(writer))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(422).bodyText().contains("photo-mistake", "the lamp");
        assertThat(drafts.open(writer).orElseThrow().text().what().need()).isEqualTo("the lamp");
    }

    @Test
    void whatWasSentIsKeptWhereAnotherWindowWroteTheWordsSince() {
        var writer = somebody();
        var draft = draft(writer);
        var photo = new MockMultipartFile("photo", "lamp.jpg", "image/jpeg", Pictures.jpeg(Pictures.redLeft(80, 40)));
        assertThat(says(writer, draft, "the lamp", photo)).hasStatus3xxRedirection();
        var late = says(writer, draft, "the stove", photo);
        assertThat(late).hasStatus(409).bodyText().contains("the stove");
        assertThat(media.of(writer, draft)).hasSize(2);
    }

    private MvcTestResult says(Actor writer, OrderId draft, String words, MockMultipartFile photo) {
        return web.post()
                .uri("/orders/new/" + draft.value() + "/what")
                .multipart()
                .file(photo)
                .param("need", words)
                .with(AsActor.of(writer))
                .with(csrf())
                .exchange();
    }

    @Test
    void somebodyElsesDraftIsNotThere() {
        var draft = draft(somebody());
        var other = somebody();
        for (var step : new String[] {"what", "which", "danger", "where", "check"}) {
            assertThat(web.get()
                            .uri("/orders/new/" + draft.value() + "/" + step)
                            .with(AsActor.of(other))
                            .exchange())
                    .hasStatus(404);
            assertThat(drafts.open(other)).isEmpty();
        }
    }

    private Actor somebody() {
        return Actor.withoutPosts(village.county, village.person("王秀兰"));
    }

    private OrderId draft(Actor writer) {
        return drafts.begin(writer, DraftText.begun(false, DraftText.Where.NOTHING), null)
                .orThrow()
                .id();
    }
}
