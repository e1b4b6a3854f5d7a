package feiyan.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import feiyan.accounts.Disclosure;
import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's copy has everything of theirs and nothing of others; nothing is lost on the way to the paper. */
@FeiyanTest(properties = "feiyan.jobs=false")
@TestInstance(Lifecycle.PER_CLASS)
class DataCopiesTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private DataCopies copies;

    @Autowired
    private JsonMapper mapper;

    @Autowired
    private MessageSource messages;

    @Autowired
    private List<Disclosure> disclosures;

    @Autowired
    private AppClock clock;

    private Village village;
    private Canary canary;
    private JsonNode json;

    @BeforeAll
    void somebodyWhoDidEverything() throws IOException {
        village = Village.in(house);
        canary = new Canary(village, Village.wednesday(clock.instant()));
        canary.lives();
        json = json(canary.self());
    }

    @Test
    void theFileSaysItsShapeAndHasWhatThePersonSaid() {
        assertThat(json.get("format").asString()).isEqualTo("feiyan.my-data/1");
        assertThat(first("person").get("name").asString()).isEqualTo("canary-renamed");
        assertThat(first("person").get("phone").asString()).isEqualTo(Canary.PHONE.digits());
        assertThat(values("orders", "need")).contains("canary-need");
        assertThat(values("orders", "address")).contains("canary-lane 3");
        assertThat(values("order_history", "words")).contains("canary-question", "canary-answer", "canary-resolved");
        assertThat(values("ratings", "words")).containsExactly("canary-rating");
        assertThat(values("complaints", "words")).containsExactly("canary-complaint", "canary-reply");
        assertThat(values("consents", "guardian")).contains("canary-guardian");
        assertThat(values("corrections", "old_value")).containsExactly("canary-𠮷");
        assertThat(values("experience", "experience")).containsExactly("canary-experience");
        assertThat(first("draft").get("content").asString()).contains("canary-lane 3");
        assertThat(first("hours").get("minutes").asInt()).isPositive();
    }

    @Test
    void whereAndByWhichMachinesSomebodyIsSignedInStandsInItWithoutAnySecret() {
        assertThat(first("stays").get("system").asString()).isEqualTo("android");
        assertThat(values("tokens", "purpose")).containsExactly("canary-machine");
        assertThat(first("tokens").propertyNames()).doesNotContain("handle", "secret_hash");
        assertThat(first("offline_proofs").get("how").asString()).isEqualTo("QR");
        assertThat(values("audit", "kind")).contains("token_made");
    }

    @Test
    void photosAreInItAsTheyWereSent() throws IOException {
        var photo = first("media").get("content").binaryValue();
        assertThat(photo).startsWith(0xFF, 0xD8);
    }

    @Test
    void whoLookedIsToldByRoleAndUnitNeverByName() {
        var view = first("views");
        assertThat(view.get("role").asString()).isEqualTo("DISPATCHER");
        assertThat(view.get("unit").asString()).isEqualTo("Lijia");
        assertThat(view.get("reason").asString()).isEqualTo("to call back");
        assertThat(json.toString())
                .doesNotContain(village.clerk.person().value().toString())
                .doesNotContain("Li Na");
    }

    @Test
    void ofTheHouseholdThatWasServedNothingIsInIt() {
        assertThat(values("seats", "state")).containsExactly("SERVED");
        assertThat(json.toString())
                .doesNotContain("Her hair has grown long")
                .doesNotContain("Wang Xiulan")
                .doesNotContain("by the well")
                .doesNotContain("13800000000")
                .doesNotContain("canary-summary");
    }

    @Test
    void ofOthersOnlyMaskedNumbersAndNoNames() {
        assertThat(json.toString())
                .doesNotContain(Canary.NEW_PHONE_OF_CHILD.digits())
                .doesNotContain("Far Child")
                .doesNotContain("Helper");
        assertThat(values("ordered_for_you", "number")).hasSize(1);
    }

    @Test
    void anotherPersonsCopyHasNothingOfIt() throws IOException {
        assertThat(json(village.requester).toString()).doesNotContain(Canary.WORD);
    }

    @Test
    void eachModuleTellsSomethingOfSomebodyWhoDidEverything() {
        var sections = json.get("sections");
        assertThat(disclosures).hasSizeGreaterThan(6);
        var empty = sections.propertyNames().stream()
                .filter(name -> sections.get(name).isEmpty())
                .toList();
        assertThat(empty)
                .containsExactlyInAnyOrder(
                        "posts",
                        "order_views",
                        "calls",
                        "household_cards",
                        "time_proposals",
                        "taken_changes",
                        "orders_by_request",
                        "plans",
                        "plan_lines",
                        "hours_corrected",
                        "message_choices",
                        "reading",
                        "deletion_requests");
    }

    @Test
    void everySectionAndEveryFieldHasItsWordsInBothLanguages() {
        var names = new HashSet<String>();
        var sections = json.get("sections");
        sections.propertyNames().forEach(name -> {
            names.add("mydata.section." + name);
            sections.get(name).forEach(row -> row.propertyNames().forEach(field -> names.add("mydata.field." + field)));
        });
        for (var language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(names.stream().filter(name -> "".equals(messages.getMessage(name, null, "", language))))
                    .as("without words in %s", language)
                    .isEmpty();
        }
    }

    @Test
    void theDocumentCanBeReadByPeopleMachinesAndScreenReaders() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var copy = copies.pdf(canary.self(), Locale.SIMPLIFIED_CHINESE).orThrow()) {
            copy.sendTo(bytes);
        }
        try (var document = Loader.loadPDF(bytes.toByteArray())) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("我的信息", "您点的单", "canary-need", "canary-lane 3");
            assertThat(text).as("a rare character that the typeface lacks").contains("canary-〔U+20BB7〕");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).startsWith("zh");
            var page = document.getPage(0).getMediaBox();
            assertThat(page.getWidth()).isBetween(594f, 596f);
            assertThat(page.getHeight()).isBetween(841f, 843f);
            assertThat(inkedLines(document))
                    .as("lines with ink on the first page")
                    .isGreaterThan(200);
        }
    }

    @Test
    void whoReadsSlowlyHoldsNoConnectionAndNobodyElsesTurn() throws IOException, SQLException {
        var pool = house.getBean("dataSource", DataSource.class).unwrap(HikariDataSource.class);
        var busy = new ArrayList<Integer>();
        var slow = new OutputStream() {
            @Override
            public void write(int one) {
                busy.add(pool.getHikariPoolMXBean().getActiveConnections());
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                write(0);
            }
        };
        try (var copy = copies.json(canary.self()).orThrow()) {
            copy.sendTo(slow);
            assertThat(busy).isNotEmpty().containsOnly(0);
            assertThat(copies.json(canary.self())).isEqualTo(Outcome.refused("copy.under_way"));
            assertThat(copies.pdf(canary.self(), Locale.ENGLISH)).isEqualTo(Outcome.refused("copy.under_way"));
            copies.json(village.requester).orThrow().close();
        }
        copies.json(canary.self()).orThrow().close();
    }

    private static int inkedLines(PDDocument document) throws IOException {
        var image = new PDFRenderer(document).renderImageWithDPI(0, 72);
        var picture = Files.createDirectories(Path.of("target", "screenshots")).resolve("my-data-pdf.png");
        ImageIO.write(image, "png", picture.toFile());
        int inked = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) & 0xFF) < 128) {
                    inked++;
                    break;
                }
            }
        }
        return inked;
    }

    private JsonNode json(Actor actor) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var copy = copies.json(actor).orThrow()) {
            copy.sendTo(bytes);
            assertThat(copy.size()).isEqualTo(bytes.size());
        }
        return mapper.readTree(bytes.toByteArray());
    }

    private JsonNode first(String section) {
        return json.get("sections").get(section).get(0);
    }

    /** In the order in which the file tells them. */
    private List<String> values(String section, String field) {
        return StreamSupport.stream(json.get("sections").get(section).spliterator(), false)
                .map(row -> row.get(field))
                .filter(value -> !value.isNull())
                .map(JsonNode::asString)
                .toList();
    }
}
