package feiyan.messages;

import feiyan.accounts.Phone;
import feiyan.accounts.SmsSender;
import feiyan.platform.DbTime;
import feiyan.platform.FieldCipher;
import feiyan.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo's text messages: they go into a table instead of the air, sealed like anything that names a phone. */
@Component
@ConditionalOnBooleanProperty("feiyan.demo")
public class DemoSms implements SmsSender, TextSender {

    static final String PHONE = "demo_sms.phone";
    private static final String WORDS = "demo_sms.words";

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final MessageSource messages;
    private final InstantSource clock;

    DemoSms(JdbcClient jdbc, FieldCipher cipher, MessageSource messages, InstantSource clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void send(Phone to, String key, Object... args) {
        send(to, words(key, args, Locale.SIMPLIFIED_CHINESE) + "\n" + words(key, args, Locale.ENGLISH), Ids.next());
    }

    @Override
    public void send(Phone to, String words, UUID once) {
        jdbc.sql("""
                        insert into demo_sms (id, phone_sealed, words_sealed, at) values (:id, :phone, :words, :now)
                        on conflict (id) do nothing
                        """)
                .param("id", once)
                .param("phone", cipher.seal(null, PHONE, once, to.digits()))
                .param("words", cipher.seal(null, WORDS, once, words))
                .param("now", DbTime.of(clock.instant()))
                .update();
    }

    private String words(String key, Object[] args, Locale language) {
        return messages.getMessage(key, args, language);
    }

    /** Newest first. */
    public List<DemoText> latest(int number) {
        return jdbc.sql(
                        "select id, phone_sealed, words_sealed, at from demo_sms order by at desc, id desc limit :number")
                .param("number", number)
                .query(this::text)
                .list();
    }

    private DemoText text(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new DemoText(
                new Phone(cipher.open(null, PHONE, id, row.getBytes("phone_sealed"))),
                cipher.open(null, WORDS, id, row.getBytes("words_sealed")),
                DbTime.read(row, "at"));
    }
}
