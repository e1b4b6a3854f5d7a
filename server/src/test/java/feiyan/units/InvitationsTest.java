package feiyan.units;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Accounts;
import feiyan.accounts.Passwords;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.SignedIn;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.Outcome.Refused;
import feiyan.platform.Transactions;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Foundings.Founded;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest
class InvitationsTest {

    @Autowired
    private Foundings foundings;

    @Autowired
    private Transactions transactions;

    @Autowired
    private UnitChanges changes;

    @Autowired
    private Staff staff;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Passwords passwords;

    @Autowired
    private Persons persons;

    @Autowired
    private AppClock clock;

    @Autowired
    private JdbcClient jdbc;

    private Founded county;
    private Post clerk;

    @BeforeEach
    void aCountyWithAnInstitute() {
        county = TestCounty.found(foundings, transactions, jdbc, "郯城县");
        var institute = changes.open(county.actor(), county.center(), NewUnit.named("马头镇"))
                .orThrow();
        clerk = new Post(institute, Role.CLERK);
    }

    private InvitationLink invited() {
        return invitations.invite(county.actor(), clerk, "Zhao Min").orThrow();
    }

    private static String token(InvitationLink link) {
        return link.path().substring(link.path().lastIndexOf('/') + 1);
    }

    private Outcome<PersonId> accept(InvitationLink link, feiyan.accounts.Phone phone, String password) {
        return invitations.accept(county.county(), token(link), phone, password, TestCounty.VISIT);
    }

    private static String refusal(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused<?>) outcome).refusal().code();
    }

    @Test
    void aNewcomerChoosesAPasswordAndHoldsThePost() {
        var phone = TestCounty.phone();
        var person = accept(invited(), phone, TestCounty.PASSWORD).orThrow();
        assertThat(staff.postsOf(county.county(), person)).containsExactly(clerk);
        assertThat(persons.names(county.county(), List.of(person))).containsEntry(person, "Zhao Min");
        passwords.check(phone, TestCounty.PASSWORD, TestCounty.VISIT).orThrow();
    }

    @Test
    void whoHasAnAccountProvesIt() {
        var phone = TestCounty.phone();
        var person = accept(invited(), phone, TestCounty.PASSWORD).orThrow();
        staff.take(county.actor(), person, clerk).orThrow();
        var again = invited();
        assertThat(refusal(accept(again, phone, "not the password"))).isEqualTo("sign_in.password_wrong");
        assertThat(accept(again, phone, TestCounty.PASSWORD)).isEqualTo(Outcome.done(person));
        assertThat(staff.postsOf(county.county(), person)).containsExactly(clerk);
    }

    @Test
    void anAccountOfAnotherCountyBecomesAPersonOfThisOne() {
        var other = TestCounty.found(foundings, transactions, jdbc, "昌乐县");
        var phone = TestCounty.phone();
        var link = invitations
                .invite(other.actor(), new Post(other.center(), Role.CLERK), "Zhao Min")
                .orThrow();
        var there = invitations
                .accept(other.county(), token(link), phone, TestCounty.PASSWORD, TestCounty.VISIT)
                .orThrow();
        var here = accept(invited(), phone, TestCounty.PASSWORD).orThrow();
        assertThat(accounts.of(county.county(), here)).isEqualTo(accounts.of(other.county(), there));
        assertThat(staff.postsOf(other.county(), here)).isEmpty();
    }

    @Test
    void aResidentWhoProvedThePhoneChoosesAPasswordOnce() {
        var resident = persons.register(county.county(), "Zhao Min", TestCounty.phone())
                .orThrow();
        accounts.openFor(county.county(), List.of(resident));
        var account = accounts.of(county.county(), resident).orElseThrow();
        var signedIn = new SignedIn(account, county.county().value(), resident, false);
        assertThat(refusal(invitations.accept(signedIn, token(invited())))).isEqualTo("invitation.sign_in_as_staff");
        invitations.accept(signedIn, token(invited()), TestCounty.PASSWORD).orThrow();
        assertThat(staff.postsOf(county.county(), resident)).containsExactly(clerk);
        assertThat(refusal(invitations.accept(signedIn, token(invited()), "another password")))
                .isEqualTo("invitation.sign_in_as_staff");
    }

    @Test
    void aLinkWorksOnceForSevenDaysUntilItIsWithdrawn() {
        var used = invited();
        accept(used, TestCounty.phone(), TestCounty.PASSWORD).orThrow();
        assertThat(refusal(accept(used, TestCounty.phone(), TestCounty.PASSWORD)))
                .isEqualTo("invitation.ended");

        var late = invited();
        clock.at(
                clock.instant().plus(Duration.ofDays(7)),
                () -> assertThat(refusal(accept(late, TestCounty.phone(), TestCounty.PASSWORD)))
                        .isEqualTo("invitation.ended"));

        var withdrawn = invited();
        invitations.withdraw(county.actor(), withdrawn.id()).orThrow();
        assertThat(refusal(accept(withdrawn, TestCounty.phone(), TestCounty.PASSWORD)))
                .isEqualTo("invitation.ended");
        assertThat(refusal(invitations.withdraw(county.actor(), used.id()))).isEqualTo("invitation.ended");
    }

    @Test
    void ofTwoPeopleWithOneLinkOneIsStaff() throws Exception {
        var link = invited();
        var answers = AtOnce.run(List.of(
                () -> accept(link, TestCounty.phone(), TestCounty.PASSWORD),
                () -> accept(link, TestCounty.phone(), TestCounty.PASSWORD)));
        assertThat(answers).filteredOn(Refused.class::isInstance).hasSize(1);
        assertThat(staff.within(county.actor(), clerk.unit(), null, 10).orThrow())
                .hasSize(1);
    }

    @Test
    void aWeakPasswordLeavesTheLinkUsable() {
        var link = invited();
        assertThat(refusal(accept(link, TestCounty.phone(), "short"))).isEqualTo("password.too_short");
        accept(link, TestCounty.phone(), TestCounty.PASSWORD).orThrow();
    }

    @Test
    void onlyAnAdministratorOfTheUnitInvitesAndWithdraws() {
        var sister = changes.open(county.actor(), county.center(), NewUnit.named("李庄镇"))
                .orThrow();
        var actor = TestCounty.staff(county, persons, staff, new Post(sister, Role.ADMINISTRATOR));
        var link = invited();
        assertThat(refusal(invitations.invite(actor, clerk, "x"))).isEqualTo("unit.not_yours");
        assertThat(refusal(invitations.openAt(actor, clerk.unit()))).isEqualTo("unit.not_yours");
        assertThat(refusal(invitations.withdraw(actor, link.id()))).isEqualTo("unit.not_yours");
        var other = TestCounty.found(foundings, transactions, jdbc, "昌乐县");
        assertThat(refusal(invitations.withdraw(other.actor(), link.id()))).isEqualTo("invitation.ended");
        assertThat(invitations.find(other.county(), token(link))).isEmpty();
        assertThat(invitations.openAt(county.actor(), clerk.unit()).orThrow())
                .extracting(Invitation::name)
                .containsExactly("Zhao Min");
    }

    @Test
    void anOpenInvitationKeepsItsUnitOpen() {
        invited();
        assertThat(refusal(changes.close(county.actor(), clerk.unit()))).isEqualTo("unit.has_staff");
        clock.at(
                clock.instant().plus(Duration.ofDays(8)),
                () -> changes.close(county.actor(), clerk.unit()).orThrow());
    }
}
