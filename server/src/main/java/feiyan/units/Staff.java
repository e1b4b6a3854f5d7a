package feiyan.units;

import feiyan.accounts.Ending;
import feiyan.accounts.PasswordResets;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.ResetLink;
import feiyan.accounts.SignedIn;
import feiyan.accounts.Stays;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.UnitGuard.Hold;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who works at a unit, and as what. An administrator gives and takes roles in the own subtree, any role there. */
@Component
public class Staff {

    private static final int WHOLE_SUBTREE = Tier.values().length;
    /** More than any unit has; a list that long would be a mistake of the data. */
    private static final int AT_ONE_UNIT = 500;

    private final Transactions transactions;
    private final UnitGuard guard;
    private final StaffPosts posts;
    private final Persons persons;
    private final PasswordResets resets;
    private final Stays stays;
    private final JdbcClient jdbc;

    Staff(
            Transactions transactions,
            UnitGuard guard,
            StaffPosts posts,
            Persons persons,
            PasswordResets resets,
            Stays stays,
            JdbcClient jdbc) {
        this.transactions = transactions;
        this.guard = guard;
        this.posts = posts;
        this.persons = persons;
        this.resets = resets;
        this.stays = stays;
        this.jdbc = jdbc;
    }

    /** The same for whoever comes with token {@code t}, read with it: each post as its unit and its role. */
    public static final String POSTS_OF_TOKEN = """
            array(
              select s.unit_id || ' ' || s.role from staff_post s
              where t.as_staff and s.county_id = :county and s.person_id = t.person_id and s.ended_at is null)""";

    public static Actor actor(SignedIn signedIn, List<String> posts) {
        var held =
                signedIn.staffProven() ? posts.stream().map(Post::parse).collect(Collectors.toSet()) : Set.<Post>of();
        return new Actor(signedIn.county(), signedIn.person(), held);
    }

    /** With the posts held at this moment; without the staff's second step nobody holds any. */
    public Actor actor(SignedIn signedIn) {
        var held = signedIn.staffProven() ? postsOf(signedIn.county(), signedIn.person()) : Set.<Post>of();
        return new Actor(signedIn.county(), signedIn.person(), held);
    }

    public Set<Post> postsOf(CountyId county, PersonId person) {
        return new HashSet<>(jdbc.sql("""
                        select unit_id, role from staff_post
                        where county_id = :county and person_id = :person and ended_at is null""")
                .param("county", county.value())
                .param("person", person.value())
                .query(StaffPosts::post)
                .list());
    }

    /** Who holds one of these roles at the unit itself. */
    public List<PersonId> holders(CountyId county, UnitId unit, Role... roles) {
        return jdbc.sql("""
                        select distinct person_id from staff_post
                        where county_id = :county and unit_id = :unit and role = any(:roles) and ended_at is null
                        order by person_id""")
                .param("county", county.value())
                .param("unit", unit.value())
                .param("roles", Stream.of(roles).map(Role::name).toArray(String[]::new))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    public Outcome<Post> give(Actor actor, PersonId person, Post post) {
        return transactions.write(() -> guard.administered(actor, post.unit(), Hold.OPEN)
                .then(unit -> persons.find(actor.county(), person).isPresent()
                        ? posts.begin(actor, person, post)
                        : Outcome.refused("person.gone")));
    }

    /** One at a time at each unit, or two administrators could take the last two posts from each other. */
    public Outcome<Post> take(Actor actor, PersonId person, Post post) {
        return transactions.write(() -> guard.administered(actor, post.unit(), Hold.ONE_BY_ONE)
                .then(unit -> unit.tier() == Tier.CENTER && posts.isLast(actor.county(), person, post)
                        ? Outcome.refused("post.last_administrator")
                        : posts.end(actor, person, post).map(ended -> {
                            endStaysWithoutPost(actor.county(), person);
                            return ended;
                        })));
    }

    /** Posts are read anew at each request; but whoever is no staff any more has nothing open as staff either. */
    private void endStaysWithoutPost(CountyId county, PersonId person) {
        if (postsOf(county, person).isEmpty()) {
            stays.endAsStaff(county, person, Ending.POST_LOST).orThrow();
        }
    }

    /** All that the actor holds at a unit goes to another, who may hold some of it already. */
    public Outcome<Set<Role>> handOver(Actor actor, UnitId unit, PersonId to) {
        return transactions.write(() -> guard.held(actor, unit, Hold.ONE_BY_ONE)
                .then(found -> mayReceive(actor, to))
                .then(receiver -> {
                    var roles = EnumSet.noneOf(Role.class);
                    posts.endAll(actor, unit).forEach(role -> {
                        roles.add(role);
                        posts.beginUnlessHeld(actor, to, new Post(unit, role));
                    });
                    endStaysWithoutPost(actor.county(), actor.person());
                    return roles.isEmpty() ? Outcome.refused("post.none_here") : Outcome.done(roles);
                }));
    }

    private Outcome<PersonId> mayReceive(Actor actor, PersonId to) {
        if (to.equals(actor.person())) {
            return Outcome.refused("post.to_oneself");
        }
        // Only to somebody who can sign in as staff already: else nobody would be left at the desk.
        return postsOf(actor.county(), to).isEmpty() ? Outcome.refused("post.receiver_no_staff") : Outcome.done(to);
    }

    /** A link to a new password, for staff whose every post lies in the actor's reach; it is shown once. */
    public Outcome<ResetLink> resetLink(Actor actor, PersonId person) {
        return posts.liesWhollyWithin(actor, person)
                ? resets.link(actor.county(), person, actor.person())
                : Outcome.refused("person.not_yours");
    }

    /** Signs staff whose every post lies in the actor's reach out of the county wherever they are signed in. */
    public Outcome<Integer> endStays(Actor actor, PersonId person) {
        return posts.liesWhollyWithin(actor, person)
                ? stays.endOf(actor.county(), person, Ending.BY_ADMINISTRATOR)
                : Outcome.refused("person.not_yours");
    }

    /** Those with a post at this very unit; for an administrator of it. */
    public Outcome<List<StaffMember>> at(Actor actor, UnitId unit) {
        return guard.administered(actor, unit, Hold.NONE)
                .map(found -> posts.members(actor.county(), unit, 0, null, AT_ONE_UNIT));
    }

    /** Those with a post at a unit or anywhere below it, after the one named; for an administrator of the unit. */
    public Outcome<List<StaffMember>> within(Actor actor, UnitId unit, @Nullable PersonId after, int most) {
        return guard.administered(actor, unit, Hold.NONE)
                .map(found -> posts.members(actor.county(), unit, WHOLE_SUBTREE, after, most));
    }
}
