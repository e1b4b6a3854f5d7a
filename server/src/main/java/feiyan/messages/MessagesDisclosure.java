package feiyan.messages;

import feiyan.accounts.DataSheet;
import feiyan.accounts.Disclosure;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What somebody was told, and how they want to be told. */
@Component
@Order(6)
class MessagesDisclosure implements Disclosure {

    @Override
    public Set<String> tells() {
        return Set.of("notice", "text_message", "message_choice", "message_reader");
    }

    @Override
    public Map<String, String> silentAbout() {
        return Map.of("demo_sms", "the demo's stand-in for the air; there is none outside it");
    }

    @Override
    public void tell(DataSheet sheet) {
        sheet.rows("notices", """
                select n.at, n.kind, o.number, n.read_at, t.outcome as text_message, t.ended_at as text_ended_at
                from notice n
                left join service_order o on o.county_id = :county and o.id = n.order_id
                left join text_message t on t.county_id = :county and t.notice_id = n.id
                where n.county_id = :county and n.person_id = :person order by n.id
                """);
        sheet.rows("message_choices", """
                select c.topic, c.way, c.chosen_at from message_choice c
                where c.county_id = :county and c.person_id = :person order by c.topic
                """);
        sheet.rows("reading", """
                select r.language, r.elder from message_reader r
                where r.county_id = :county and r.person_id = :person
                """);
    }
}
