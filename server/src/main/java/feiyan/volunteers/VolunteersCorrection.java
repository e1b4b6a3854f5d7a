package feiyan.volunteers;

import feiyan.accounts.PersonId;
import feiyan.accounts.StaffCorrection;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import java.time.InstantSource;
import java.time.Year;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The year of birth decides who is asked for what, so it is put right with a proof; likewise the gender. */
@Component
class VolunteersCorrection implements StaffCorrection {

    private static final String BORN = "born_year";
    private static final String GENDER = "gender";
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient db;
    private final VolunteerNews news;
    private final Transactions transactions;
    private final InstantSource clock;

    VolunteersCorrection(JdbcClient db, VolunteerNews news, Transactions transactions, InstantSource clock) {
        this.db = db;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Map<String, String> now(CountyId county, PersonId person) {
        var now = new LinkedHashMap<String, String>();
        db.sql("""
                select coalesce(v.born_year::text, '') as born_year, v.gender from volunteer v
                where v.county_id = :county and v.person_id = :person and v.left_at is null
                """)
                .param("county", county.value())
                .param("person", person.value())
                .query(row -> {
                    now.put(BORN, row.getString(BORN));
                    now.put(GENDER, row.getString(GENDER));
                });
        return now;
    }

    @Override
    public Outcome<PersonId> correct(CountyId county, PersonId person, String field, String value) {
        return switch (field) {
            case BORN ->
                isYear(value)
                        ? set(county, person, "born_year = :value::int", value)
                        : Outcome.refused("correction.year");
            case GENDER ->
                value.equals("female") || value.equals("male") || value.equals("unknown")
                        ? set(county, person, "gender = :value", value)
                        : Outcome.refused("correction.gender");
            default -> Outcome.refused("correction.unknown_field");
        };
    }

    private boolean isYear(String value) {
        var latest = Year.from(clock.instant().atZone(CHINA)).getValue() - Age.FIRST;
        return YEAR.matcher(value).matches() && Integer.parseInt(value) <= latest;
    }

    private Outcome<PersonId> set(CountyId county, PersonId person, String what, String value) {
        return transactions.write(() -> {
            int set = db.sql("update volunteer set " + what
                            + " where county_id = :county and person_id = :person and left_at is null")
                    .param("county", county.value())
                    .param("person", person.value())
                    .param("value", value)
                    .update();
            news.changed(county, person);
            return set == 1 ? Outcome.done(person) : Outcome.refused("person.gone");
        });
    }
}
