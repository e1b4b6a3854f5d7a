package feiyan.units;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.SignedIn;
import feiyan.accounts.Stay;
import feiyan.accounts.Stays;
import feiyan.platform.AppClock;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Foundings.Founded;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
class StaffTest {

    @Autowired
    private Foundings foundings;

    @Autowired
    private Transactions transactions;

    @Autowired
    private UnitChanges changes;

    @Autowired
    private Staff staff;

    @Autowired
    private Persons persons;

    @Autowired
    private JdbcClient jdbc;

    private Founded county;
    private Actor administrator;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Stays stays;

    @Autowired
    private AppClock clock;

    private UnitId institute;
    private UnitId sister;
    private PersonId somebody;

    @BeforeEach
    void aCountyWithTwoInstitutes() {
        county = TestCounty.found(foundings, transactions, jdbc, "郯城县");
        administrator = county.actor();
        institute = changes.open(administrator, county.center(), NewUnit.named("马头镇"))
                .orThrow();
        sister = changes.open(administrator, county.center(), NewUnit.named("李庄镇"))
                .orThrow();
        somebody = persons.register(county.county(), "Zhao Min", TestCounty.phone())
                .orThrow();
    }

    private static String refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused<?>) outcome).refusal().code();
    }

    private Actor instituteAdministrator() {
        return TestCounty.staff(county, persons, staff, new Post(institute, Role.ADMINISTRATOR));
    }

    @Test
    void aRoleHoldsFromTheMomentItIsGivenUntilItIsTaken() {
        var post = new Post(institute, Role.CLERK);
        staff.give(administrator, somebody, post).orThrow();
        assertThat(staff.postsOf(county.county(), somebody)).containsExactly(post);
        assertThat(refusal(staff.give(administrator, somebody, post))).isEqualTo("post.held_already");
        staff.take(administrator, somebody, post).orThrow();
        assertThat(staff.postsOf(county.county(), somebody)).isEmpty();
        assertThat(refusal(staff.take(administrator, somebody, post))).isEqualTo("post.ended_already");
        staff.give(administrator, somebody, post).orThrow();
    }

    @Test
    void withoutTheSecondStepNoPostCounts() {
        staff.give(administrator, somebody, new Post(institute, Role.CLERK)).orThrow();
        var account = new AccountId(UUID.randomUUID());
        var proven = new SignedIn(account, county.county().value(), somebody, true);
        var plain = new SignedIn(account, county.county().value(), somebody, false);
        assertThat(staff.actor(proven).isStaff()).isTrue();
        assertThat(staff.actor(plain).isStaff()).isFalse();
    }

    @Test
    void anAdministratorOfAnInstituteGivesRolesThereAndNowhereElse() {
        var actor = instituteAdministrator();
        staff.give(actor, somebody, new Post(institute, Role.DISPATCHER)).orThrow();
        assertThat(refusal(staff.give(actor, somebody, new Post(sister, Role.CLERK))))
                .isEqualTo("unit.not_yours");
        assertThat(refusal(staff.give(actor, somebody, new Post(county.center(), Role.ADMINISTRATOR))))
                .isEqualTo("unit.not_yours");
        assertThat(refusal(staff.take(actor, administrator.person(), new Post(county.center(), Role.ADMINISTRATOR))))
                .isEqualTo("unit.not_yours");
        assertThat(refusal(staff.within(actor, sister, null, 10))).isEqualTo("unit.not_yours");
    }

    @Test
    void aClerkGivesNothing() {
        var clerk = TestCounty.staff(county, persons, staff, new Post(institute, Role.CLERK));
        assertThat(refusal(staff.give(clerk, somebody, new Post(institute, Role.CLERK))))
                .isEqualTo("unit.not_yours");
    }

    @Test
    void aPersonOfAnotherCountyGetsNoPost() {
        var other = TestCounty.found(foundings, transactions, jdbc, "昌乐县");
        assertThat(refusal(staff.give(administrator, other.administrator(), new Post(institute, Role.CLERK))))
                .isEqualTo("person.gone");
        assertThat(refusal(staff.give(other.actor(), somebody, new Post(institute, Role.CLERK))))
                .isEqualTo("unit.unknown");
    }

    @Test
    void theLastAdministratorOfTheCenterStays() {
        var post = new Post(county.center(), Role.ADMINISTRATOR);
        assertThat(refusal(staff.take(administrator, administrator.person(), post)))
                .isEqualTo("post.last_administrator");
        staff.give(administrator, somebody, post).orThrow();
        staff.take(administrator, administrator.person(), post).orThrow();
    }

    @RepeatedTest(5)
    void ofTwoAdministratorsWhoTakeEachOtherAtOnceOneStays() throws Exception {
        var post = new Post(county.center(), Role.ADMINISTRATOR);
        staff.give(administrator, somebody, post).orThrow();
        var second = new Actor(county.county(), somebody, staff.postsOf(county.county(), somebody));
        var answers = AtOnce.run(List.of(
                () -> staff.take(administrator, somebody, post),
                () -> staff.take(second, administrator.person(), post)));
        assertThat(answers).filteredOn(Refused.class::isInstance).hasSize(1);
    }

    @Test
    void whoLeavesHandsAllPostsOfAUnitToAColleague() {
        var leaving = TestCounty.staff(
                county, persons, staff, new Post(institute, Role.ADMINISTRATOR), new Post(institute, Role.CLERK));
        var colleague = TestCounty.staff(county, persons, staff, new Post(institute, Role.CLERK));
        staff.handOver(leaving, institute, colleague.person()).orThrow();
        assertThat(staff.postsOf(county.county(), leaving.person())).isEmpty();
        assertThat(staff.postsOf(county.county(), colleague.person()))
                .containsExactlyInAnyOrder(new Post(institute, Role.ADMINISTRATOR), new Post(institute, Role.CLERK));
    }

    @Test
    void nothingIsHandedToOneselfNorToSomebodyWhoIsNoStaff() {
        var leaving = instituteAdministrator();
        assertThat(refusal(staff.handOver(leaving, institute, leaving.person())))
                .isEqualTo("post.to_oneself");
        assertThat(refusal(staff.handOver(leaving, institute, somebody))).isEqualTo("post.receiver_no_staff");
        assertThat(refusal(staff.handOver(leaving, sister, administrator.person())))
                .isEqualTo("post.none_here");
        assertThat(staff.postsOf(county.county(), leaving.person())).hasSize(1);
    }

    @RepeatedTest(5)
    void twoAdministratorsWhoHandOverToEachOtherAtOnceLeaveOne() throws Exception {
        var post = new Post(county.center(), Role.ADMINISTRATOR);
        staff.give(administrator, somebody, post).orThrow();
        var second = new Actor(county.county(), somebody, staff.postsOf(county.county(), somebody));
        AtOnce.run(List.of(
                () -> staff.handOver(administrator, county.center(), somebody),
                () -> staff.handOver(second, county.center(), administrator.person())));
        var left = staff.within(administrator, county.center(), null, 10).orThrow();
        assertThat(left).isNotEmpty();
    }

    @Test
    void theListOfStaffShowsTheSubtreePageByPage() {
        var first = instituteAdministrator();
        var second = TestCounty.staff(county, persons, staff, new Post(institute, Role.CLERK));
        TestCounty.staff(county, persons, staff, new Post(sister, Role.CLERK));
        var page = staff.within(first, institute, null, 1).orThrow();
        assertThat(page).extracting(StaffMember::person).containsExactly(first.person());
        assertThat(staff.within(first, institute, page.getLast().person(), 1).orThrow())
                .extracting(StaffMember::person, StaffMember::name)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(second.person(), "Zhao Min"));
        assertThat(staff.within(administrator, county.center(), null, 50).orThrow())
                .hasSize(4);
    }

    @Test
    void aPasswordLinkIsMadeForStaffWhoseEveryPostIsInReach() {
        var actor = instituteAdministrator();
        var clerk = TestCounty.staff(county, persons, staff, new Post(institute, Role.CLERK));
        // In reach, but this clerk never had an account.
        assertThat(refusal(staff.resetLink(actor, clerk.person()))).isEqualTo("account.none");
        staff.give(administrator, clerk.person(), new Post(sister, Role.CLERK)).orThrow();
        assertThat(refusal(staff.resetLink(actor, clerk.person()))).isEqualTo("person.not_yours");
        assertThat(refusal(staff.resetLink(actor, administrator.person()))).isEqualTo("person.not_yours");
        assertThat(refusal(staff.resetLink(administrator, somebody))).isEqualTo("person.not_yours");
        assertThat(staff.resetLink(administrator, administrator.person())
                        .orThrow()
                        .path())
                .startsWith("/password-reset/");
    }

    private void signedIn(PersonId person, boolean asStaff) {
        accounts.openFor(county.county(), List.of(person));
        jdbc.sql("""
                        insert into stay (id, account_id, county_id, person_id, session_id, staff, device, network,
                          began_at, seen_at, proven_at)
                        select :id, account_id, county_id, id, :session, :staff, 'android.wechat', '10.20.30.0',
                          :now, :now, :now
                        from person where county_id = :county and id = :person
                        """)
                .param("id", Ids.next())
                .param("session", Ids.next().toString())
                .param("staff", asStaff)
                .param("now", DbTime.of(clock.instant()))
                .param("county", county.county().value())
                .param("person", person.value())
                .update();
    }

    /** Of the person, as what. */
    private List<Boolean> stays(PersonId person) {
        return stays.of(accounts.of(county.county(), person).orElseThrow()).stream()
                .map(Stay::staff)
                .sorted()
                .toList();
    }

    @Test
    void whoLosesTheLastPostIsSignedOutAsStaffAndNotAsResident() {
        var here = new Post(institute, Role.CLERK);
        var there = new Post(sister, Role.CLERK);
        staff.give(administrator, somebody, here).orThrow();
        staff.give(administrator, somebody, there).orThrow();
        signedIn(somebody, true);
        signedIn(somebody, false);
        staff.take(administrator, somebody, here).orThrow();
        assertThat(stays(somebody)).as("one post is left").containsExactly(false, true);
        staff.take(administrator, somebody, there).orThrow();
        assertThat(stays(somebody)).containsExactly(false);
    }

    @Test
    void whoHandsOverTheLastPostIsSignedOutAsStaff() {
        var leaving = instituteAdministrator();
        var colleague = TestCounty.staff(county, persons, staff, new Post(institute, Role.CLERK));
        signedIn(leaving.person(), true);
        staff.handOver(leaving, institute, colleague.person()).orThrow();
        assertThat(stays(leaving.person())).isEmpty();
    }

    @Test
    void anAdministratorSignsOutStaffWhoseEveryPostIsInReachAndNobodyElse() {
        var actor = instituteAdministrator();
        var clerk = TestCounty.staff(county, persons, staff, new Post(institute, Role.CLERK));
        var elsewhere = TestCounty.staff(county, persons, staff, new Post(sister, Role.CLERK));
        for (var each : List.of(clerk, elsewhere, administrator)) {
            signedIn(each.person(), true);
        }
        assertThat(refusal(staff.endStays(actor, elsewhere.person()))).isEqualTo("person.not_yours");
        assertThat(refusal(staff.endStays(actor, administrator.person()))).isEqualTo("person.not_yours");
        assertThat(refusal(staff.endStays(clerk, clerk.person()))).isEqualTo("person.not_yours");
        assertThat(refusal(staff.endStays(administrator, somebody))).isEqualTo("person.not_yours");
        assertThat(staff.endStays(actor, clerk.person())).isEqualTo(Outcome.done(1));
        assertThat(stays(clerk.person())).isEmpty();
        assertThat(stays(elsewhere.person())).containsExactly(true);
    }

    /** The same person elsewhere is that county's. */
    @Test
    void anAdministratorOfOneCountySignsNobodyOutOfAnother() {
        var clerk = TestCounty.staff(county, persons, staff, new Post(institute, Role.CLERK));
        signedIn(clerk.person(), true);
        var other = TestCounty.found(foundings, transactions, jdbc, "昌乐县");
        assertThat(refusal(staff.endStays(other.actor(), clerk.person()))).isEqualTo("person.not_yours");
        assertThat(stays(clerk.person())).containsExactly(true);
    }
}
