package feiyan.messages;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Phone;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@FeiyanTest(properties = "feiyan.demo=true")
@AutoConfigureMockMvc
class DemoSmsTest {

    private static final Phone PHONE = new Phone("13712345678");

    @Autowired
    private DemoSms texts;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester web;

    private void send(int code) {
        // Ahead of all that the demo itself may send.
        clock.at(Instant.parse("2099-01-01T00:00:00Z").plusSeconds(code), () -> {
            texts.send(PHONE, "accounts.sms.code", "%06d".formatted(code), 5L);
        });
    }

    @Test
    void theLatestComesFirstInBothLanguages() {
        send(999998);
        send(999999);
        var latest = texts.latest(1).getFirst();
        assertThat(latest.to()).isEqualTo(PHONE);
        assertThat(latest.lines()).hasSize(2).allMatch(line -> line.contains("999999"));
    }

    @Test
    void neitherPhoneNorWordsLieInTheDatabaseInClear() {
        send(345678);
        var rows = jdbc.sql("select encode(phone_sealed, 'escape') || encode(words_sealed, 'escape') from demo_sms")
                .query(String.class)
                .list();
        assertThat(rows)
                .isNotEmpty()
                .noneMatch(row -> row != null && (row.contains("345678") || row.contains(PHONE.digits())));
    }

    @Test
    void theOutboxIsShownToThisMachineOnly() {
        send(777777);
        assertThat(web.get().uri("/outbox"))
                .hasStatusOk()
                .bodyText()
                .contains("777777", PHONE.masked())
                .doesNotContain("class=\"empty\"");
        // In clear from elsewhere: the front door itself.
        assertThat(web.get().uri("/outbox").remoteAddress("192.168.1.20")).hasStatus(403);
        assertThat(web.get().uri("/outbox").header("X-Forwarded-For", "192.168.1.20"))
                .hasStatus(404);
    }
}
