package feiyan.messages;

import feiyan.accounts.Erasure;
import feiyan.accounts.Leaving;
import feiyan.platform.FieldCipher;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody was told, how they wanted to be told, and the demo's text messages to their number. */
@Component
class MessagesErasure implements Erasure {

    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    MessagesErasure(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    @Override
    public Set<String> erases() {
        return Set.of("notice", "text_message", "message_choice", "message_reader", "demo_sms");
    }

    @Override
    public Map<String, String> keeps() {
        return Map.of();
    }

    @Override
    public boolean step(Leaving leaving) {
        delete(leaving, "message_choice where county_id = :county and person_id = :person");
        delete(leaving, "message_reader where county_id = :county and person_id = :person");
        forgetDemoTexts(leaving);
        return notices(leaving) == AT_ONCE;
    }

    private int delete(Leaving leaving, String which) {
        return jdbc.sql("delete from " + which)
                .param("county", leaving.county().value())
                .param("person", leaving.id())
                .update();
    }

    private int notices(Leaving leaving) {
        var some = jdbc.sql("""
                        select n.id from notice n where n.county_id = :county and n.person_id = :person
                        order by n.id limit :most
                        """)
                .param("county", leaving.county().value())
                .param("person", leaving.id())
                .param("most", AT_ONCE)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list()
                .toArray(UUID[]::new);
        for (var column : List.of("text_message where notice_id", "notice where id")) {
            jdbc.sql("delete from " + column + " = any(:some) and county_id = :county")
                    .param("some", some)
                    .param("county", leaving.county().value())
                    .update();
        }
        return some.length;
    }

    /** They belong to no county and are found by opening them: there are as many as a demo has seen. */
    private void forgetDemoTexts(Leaving leaving) {
        if (leaving.phone() == null) {
            return;
        }
        var digits = leaving.phone().digits();
        var sent = jdbc.sql("select id, phone_sealed from demo_sms")
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return cipher.open(null, DemoSms.PHONE, id, row.getBytes("phone_sealed"))
                                    .equals(digits)
                            ? List.of(id)
                            : List.<UUID>of();
                })
                .list();
        jdbc.sql("delete from demo_sms where id = any(:sent)")
                .param("sent", sent.stream().flatMap(List::stream).toArray(UUID[]::new))
                .update();
    }
}
