package feiyan.messages;

import feiyan.accounts.Person;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.platform.CountyId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How people read, many at once. */
@Repository
class Readers {

    private final Persons persons;
    private final JdbcClient jdbc;

    Readers(Persons persons, JdbcClient jdbc) {
        this.persons = persons;
        this.jdbc = jdbc;
    }

    private record Habit(String language, boolean elder) {

        static final Habit USUAL = new Habit(Reader.CHINESE, false);
    }

    Reader of(CountyId county, PersonId person) {
        return of(county, List.of(person)).getFirst();
    }

    /** Whoever was erased is not in it. */
    List<Reader> of(CountyId county, Collection<PersonId> people) {
        var ids = people.stream().map(PersonId::value).toArray(UUID[]::new);
        var habits = habits(county, ids);
        var chosen = chosen(county, ids);
        var all = new ArrayList<Reader>();
        persons.all(county, people)
                .forEach((id, person) -> all.add(reader(
                        person,
                        habits.getOrDefault(id.value(), Habit.USUAL),
                        chosen.getOrDefault(id.value(), Map.of()))));
        return all;
    }

    private static Reader reader(Person person, Habit habit, Map<Topic, Way> chosen) {
        var inApp = person.account() != null && !habit.elder();
        return new Reader(person.id(), habit.language(), person.hasPhone(), inApp, chosen);
    }

    private Map<UUID, Habit> habits(CountyId county, UUID[] people) {
        var habits = new HashMap<UUID, Habit>();
        jdbc.sql("""
                select person_id, language, elder from message_reader
                where county_id = :county and person_id = any(:people)
                """).param("county", county.value()).param("people", people).query(row -> {
            habits.put(
                    row.getObject("person_id", UUID.class),
                    new Habit(row.getString("language"), row.getBoolean("elder")));
        });
        return habits;
    }

    private Map<UUID, Map<Topic, Way>> chosen(CountyId county, UUID[] people) {
        var chosen = new HashMap<UUID, Map<Topic, Way>>();
        jdbc.sql("""
                select person_id, topic, way from message_choice
                where county_id = :county and person_id = any(:people)
                """).param("county", county.value()).param("people", people).query(row -> {
            chosen.computeIfAbsent(row.getObject("person_id", UUID.class), person -> new EnumMap<>(Topic.class))
                    .put(Topic.of(row.getString("topic")), Way.valueOf(row.getString("way")));
        });
        return chosen;
    }
}
