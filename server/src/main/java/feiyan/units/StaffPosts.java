package feiyan.units;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import feiyan.accounts.ApiTokens;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The posts as rows: begun and ended, never deleted, so that it can be told who could do what on which day. */
@Component
class StaffPosts {

    private final JdbcClient jdbc;
    private final Persons persons;
    private final ApiTokens tokens;
    private final InstantSource clock;

    StaffPosts(JdbcClient jdbc, Persons persons, ApiTokens tokens, InstantSource clock) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.tokens = tokens;
        this.clock = clock;
    }

    static Post post(ResultSet row, int number) throws SQLException {
        return new Post(new UnitId(row.getObject("unit_id", UUID.class)), Role.valueOf(row.getString("role")));
    }

    Outcome<Post> begin(Actor by, PersonId person, Post post) {
        return insert(by, person, post) == 1 ? Outcome.done(post) : Outcome.refused("post.held_already");
    }

    void beginUnlessHeld(Actor by, PersonId person, Post post) {
        insert(by, person, post);
    }

    private int insert(Actor by, PersonId person, Post post) {
        return jdbc.sql("""
                        insert into staff_post (county_id, id, person_id, unit_id, role, given_by, given_at)
                        values (:county, :id, :person, :unit, :role, :by, :now)
                        on conflict (county_id, person_id, unit_id, role) where ended_at is null do nothing""")
                .param("county", by.county().value())
                .param("id", Ids.next())
                .param("person", person.value())
                .param("unit", post.unit().value())
                .param("role", post.role().name())
                .param("by", by.person().value())
                .param("now", DbTime.of(clock.instant()))
                .update();
    }

    Outcome<Post> end(Actor by, PersonId person, Post post) {
        var ended = jdbc.sql("""
                        update staff_post set ended_at = :now, ended_by = :by
                        where county_id = :county and person_id = :person and unit_id = :unit and role = :role
                          and ended_at is null""")
                .param("now", DbTime.of(clock.instant()))
                .param("by", by.person().value())
                .param("county", by.county().value())
                .param("person", person.value())
                .param("unit", post.unit().value())
                .param("role", post.role().name())
                .update();
        endTokensOfLeaver(by, person);
        return ended == 1 ? Outcome.done(post) : Outcome.refused("post.ended_already");
    }

    /** With the last post the machines that act as staff for this person are out, too. */
    private void endTokensOfLeaver(Actor by, PersonId person) {
        var stays = jdbc.sql("""
                        select exists (select 1 from staff_post
                          where county_id = :county and person_id = :person and ended_at is null)""")
                .param("county", by.county().value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
        if (!stays) {
            tokens.endOfStaff(by.county(), person, by.person());
        }
    }

    /** All posts of the actor at a unit; the answer says which. */
    List<Role> endAll(Actor actor, UnitId unit) {
        var ended = jdbc.sql("""
                        update staff_post set ended_at = :now, ended_by = :person
                        where county_id = :county and person_id = :person and unit_id = :unit and ended_at is null
                        returning role""")
                .param("now", DbTime.of(clock.instant()))
                .param("county", actor.county().value())
                .param("person", actor.person().value())
                .param("unit", unit.value())
                .query((row, number) -> Role.valueOf(row.getString("role")))
                .list();
        endTokensOfLeaver(actor, actor.person());
        return ended;
    }

    /** Whether nobody else administers the unit. */
    boolean isLast(CountyId county, PersonId person, Post post) {
        return post.role() == Role.ADMINISTRATOR
                && jdbc.sql("""
                        select not exists (select 1 from staff_post
                          where county_id = :county and unit_id = :unit and role = 'ADMINISTRATOR'
                            and ended_at is null and person_id <> :person)""")
                        .param("county", county.value())
                        .param("unit", post.unit().value())
                        .param("person", person.value())
                        .query(Boolean.class)
                        .single();
    }

    /** Whether the person is staff and every post of theirs is below one that the actor administers. */
    boolean liesWhollyWithin(Actor actor, PersonId person) {
        return jdbc.sql("""
                        select coalesce(bool_and(exists (select 1 from unit_within w
                          where w.county_id = :county and w.unit_id = p.unit_id and w.ancestor_id = any(:units))), false)
                        from staff_post p
                        where p.county_id = :county and p.person_id = :person and p.ended_at is null""")
                .param("county", actor.county().value())
                .param("person", person.value())
                .param("units", actor.unitsAs(Role.ADMINISTRATOR))
                .query(Boolean.class)
                .single();
    }

    private record Held(PersonId person, Post post) {}

    /** By person, oldest first, after the one named: ids grow with time. */
    List<StaffMember> members(CountyId county, UnitId unit, int depth, @Nullable PersonId after, int most) {
        var held = jdbc.sql("""
                        with reached as (
                          select p.person_id, p.unit_id, p.role from staff_post p
                          join unit_within w on w.county_id = :county and w.unit_id = p.unit_id and w.ancestor_id = :unit
                          where p.county_id = :county and p.ended_at is null and w.distance <= :depth
                            and (:after::uuid is null or p.person_id > :after::uuid))
                        select person_id, unit_id, role from reached
                        where person_id in (select distinct person_id from reached order by person_id limit :most)
                        order by person_id, unit_id, role""")
                .param("county", county.value())
                .param("unit", unit.value())
                .param("depth", depth)
                .param("after", after == null ? null : after.value())
                .param("most", most)
                .query((row, number) ->
                        new Held(new PersonId(row.getObject("person_id", UUID.class)), post(row, number)))
                .list();
        return named(county, held);
    }

    private List<StaffMember> named(CountyId county, List<Held> held) {
        var names = persons.names(county, held.stream().map(Held::person).toList());
        Map<PersonId, List<Post>> posts =
                held.stream().collect(groupingBy(Held::person, mapping(Held::post, toList())));
        return held.stream()
                .map(Held::person)
                .distinct()
                .map(person ->
                        new StaffMember(person, names.getOrDefault(person, ""), posts.getOrDefault(person, List.of())))
                .toList();
    }
}
