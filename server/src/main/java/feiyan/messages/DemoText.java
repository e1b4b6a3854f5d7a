package feiyan.messages;

import feiyan.accounts.Phone;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/** A text message that the demo did not send, as its outbox page shows it. */
public record DemoText(Phone to, String words, Instant at) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** One for each language. */
    public List<String> lines() {
        return words.lines().toList();
    }

    public ZonedDateTime inChina() {
        return at.atZone(CHINA);
    }
}
