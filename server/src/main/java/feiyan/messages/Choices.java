package feiyan.messages;

import feiyan.accounts.PersonId;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** By which way a person wants what; their own decision and nobody else's. */
@Service
public class Choices {

    private final Transactions transactions;
    private final Readers readers;
    private final JdbcClient jdbc;
    private final InstantSource time;

    Choices(Transactions transactions, Readers readers, JdbcClient jdbc, InstantSource time) {
        this.transactions = transactions;
        this.readers = readers;
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * What holds for somebody.
     *
     * @param language of their text messages, {@code zh-CN} or {@code en}
     */
    public record Chosen(String language, Map<Topic, Way> ways) {

        public Chosen {
            ways = Map.copyOf(ways);
        }
    }

    /** For each topic, where nothing was decided by default. */
    public Chosen of(Actor actor) {
        var reader = readers.of(actor.county(), actor.person());
        var ways = new EnumMap<Topic, Way>(Topic.class);
        for (var topic : Topic.values()) {
            ways.put(topic, reader.way(topic));
        }
        return new Chosen(reader.language(), ways);
    }

    /** Topics that are not named stay as they are. */
    public Outcome<Chosen> choose(Actor actor, Chosen chosen) {
        for (var each : chosen.ways().entrySet()) {
            if (!each.getKey().ways().contains(each.getValue())) {
                return Outcome.refused("message.no_such_way");
            }
        }
        return transactions.write(() -> {
            chosen.ways().forEach((topic, way) -> save(actor, topic, way));
            saveLanguage(actor, chosen.language());
            return Outcome.done(chosen);
        });
    }

    private void save(Actor actor, Topic topic, Way way) {
        jdbc.sql("""
                insert into message_choice (county_id, person_id, topic, way, chosen_at)
                values (:county, :person, :topic, :way, :now)
                on conflict (county_id, person_id, topic)
                do update set way = excluded.way, chosen_at = excluded.chosen_at
                """)
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("topic", topic.code())
                .param("way", way.name())
                .param("now", DbTime.of(time.instant()))
                .update();
    }

    private void saveLanguage(Actor actor, String language) {
        jdbc.sql("""
                insert into message_reader (county_id, person_id, language) values (:county, :person, :language)
                on conflict (county_id, person_id) do update set language = excluded.language
                """)
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("language", language)
                .update();
    }

    /** Whoever reads large letters gets what matters as a text message, too, until they choose otherwise. */
    void readsLargeLetters(CountyId county, PersonId person, boolean elder) {
        transactions
                .write(() -> Outcome.done(jdbc.sql("""
                        insert into message_reader (county_id, person_id, elder) values (:county, :person, :elder)
                        on conflict (county_id, person_id) do update set elder = excluded.elder
                        """)
                        .param("county", county.value())
                        .param("person", person.value())
                        .param("elder", elder)
                        .update()))
                .orThrow();
    }
}
