package feiyan.volunteers;

import feiyan.accounts.Consent.How;
import feiyan.accounts.Consents;
import feiyan.accounts.PersonId;
import feiyan.accounts.Purpose;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.units.UnitId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of those who serve. */
@Component
public class Volunteers {

    /** As many as a staff list shows at once. */
    public static final int PAGE = 50;

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient db;
    private final EnrolmentRows rows;
    private final EnrolmentAges ages;
    private final UnitReach reach;
    private final Consents consents;
    private final VolunteerNews news;
    private final Transactions transactions;
    private final InstantSource clock;

    Volunteers(
            JdbcClient db,
            EnrolmentRows rows,
            EnrolmentAges ages,
            UnitReach reach,
            Consents consents,
            VolunteerNews news,
            Transactions transactions,
            InstantSource clock) {
        this.db = db;
        this.rows = rows;
        this.ages = ages;
        this.reach = reach;
        this.consents = consents;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A person registers themselves, or the staff of the unit do it for them. */
    public Outcome<PersonId> enrol(Actor actor, Enrolment enrolment) {
        return transactions.write(() -> {
            boolean allowed =
                    actor.person().equals(enrolment.person()) || reach.covers(actor, List.of(enrolment.unit()));
            return allowed
                    ? enrolled(actor, List.of(enrolment)).map(_ -> enrolment.person())
                    : Outcome.refused("volunteer.not_yours");
        });
    }

    /** A whole list at once, all or nothing: a register that is taken over, the demo county. */
    public Outcome<Integer> enrolAll(Actor actor, List<Enrolment> enrolments) {
        return transactions.write(() -> {
            var units = enrolments.stream().map(Enrolment::unit).distinct().toList();
            return reach.covers(actor, units) ? enrolled(actor, enrolments) : Outcome.refused("volunteer.not_yours");
        });
    }

    private Outcome<Integer> enrolled(Actor actor, List<Enrolment> enrolments) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, CHINA);
        return ages.minors(actor, enrolments, today).then(minors -> {
            if (!rows.write(actor.county(), enrolments, now)) {
                return Outcome.refused("volunteer.registered_already");
            }
            agreed(actor, minors, Purpose.GUARDIAN, it -> !it.person().equals(actor.person()));
            agreed(actor, enrolments, Purpose.LOCATION, it -> it.home() != null);
            news.changed(
                    actor.county(), enrolments.stream().map(Enrolment::person).toList(), actor.person());
            return Outcome.done(enrolments.size());
        });
    }

    /** Who registers tells the place; a clerk writes down what was said. */
    private void agreed(Actor actor, List<Enrolment> enrolments, Purpose purpose, Predicate<Enrolment> which) {
        var people = enrolments.stream().filter(which).map(Enrolment::person).toList();
        var self = people.equals(List.of(actor.person()));
        consents.giveAll(actor.county(), people, purpose, self ? How.PAGE : How.SPOKEN, self ? null : actor.person());
    }

    public Optional<Volunteer> find(CountyId county, PersonId id) {
        return db.sql("""
                select v.*, array(
                  select s.skill from volunteer_skill s
                  where s.county_id = :county and s.person_id = v.volunteer_id) as skills
                from serving_volunteer v where v.county_id = :county and v.volunteer_id = :id
                """)
                .param("county", county.value())
                .param("id", id.value())
                .query((row, number) -> volunteer(row))
                .optional();
    }

    public Map<PersonId, VolunteerCard> cards(CountyId county, Collection<PersonId> ids) {
        return db
                .sql("""
                select v.volunteer_id, v.number, v.name, v.unit_id from serving_volunteer v
                where v.county_id = :county and v.volunteer_id = any(:ids)
                """)
                .param("county", county.value())
                .param("ids", ids.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
                .query((row, number) -> card(row))
                .list()
                .stream()
                .collect(Collectors.toMap(VolunteerCard::id, Function.identity()));
    }

    /** The volunteers of the actor's subtree by number, after the one named; one more than a page tells of more. */
    public List<VolunteerCard> within(Actor actor, @Nullable String afterNumber) {
        return db.sql("""
                select v.volunteer_id, v.number, v.name, v.unit_id from serving_volunteer v
                where v.county_id = :county and v.number > :after and exists (
                  select from unit_within w
                  where w.county_id = :county and w.unit_id = v.unit_id and w.ancestor_id = any(:units))
                order by v.number limit :limit
                """)
                .param("county", actor.county().value())
                .param("after", afterNumber == null ? "" : afterNumber)
                .param("units", actor.unitsAs(UnitReach.KEEPERS))
                .param("limit", PAGE + 1)
                .query((row, number) -> card(row))
                .list();
    }

    static VolunteerCard card(ResultSet row) throws SQLException {
        return new VolunteerCard(
                new PersonId(row.getObject("volunteer_id", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                new UnitId(row.getObject("unit_id", UUID.class)));
    }

    private static Volunteer volunteer(ResultSet row) throws SQLException {
        return new Volunteer(
                new PersonId(row.getObject("volunteer_id", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                new UnitId(row.getObject("unit_id", UUID.class)),
                home(row),
                row.getInt("radius_metres"),
                row.getInt("weekly_limit_minutes"),
                new WeekHours(row.getString("free_hours")),
                row.getBoolean("party_member"),
                row.getObject("born_year", Integer.class),
                row.getObject("insured_until", LocalDate.class),
                skills(row.getArray("skills")));
    }

    private static @Nullable CoarsePosition home(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        return latitude == null ? null : new CoarsePosition(latitude, row.getDouble("longitude"));
    }

    private static SortedSet<String> skills(Array array) throws SQLException {
        return new TreeSet<>(List.of((String[]) array.getArray()));
    }
}
