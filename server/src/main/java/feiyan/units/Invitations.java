package feiyan.units;

import feiyan.accounts.AccountId;
import feiyan.accounts.Accounts;
import feiyan.accounts.Passwords;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Places;
import feiyan.accounts.SignedIn;
import feiyan.accounts.Visit;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Invitation.InvitationId;
import feiyan.units.UnitGuard.Hold;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Staff come by a link that an administrator makes and hands over: it is shown once, works once, for seven days. */
@Component
public class Invitations {

    private final Transactions transactions;
    private final UnitGuard guard;
    private final InvitationRows rows;
    private final StaffPosts posts;
    private final Accounts accounts;
    private final Persons persons;
    private final Passwords passwords;
    private final Places places;

    Invitations(
            Transactions transactions,
            UnitGuard guard,
            InvitationRows rows,
            StaffPosts posts,
            Accounts accounts,
            Persons persons,
            Passwords passwords,
            Places places) {
        this.transactions = transactions;
        this.guard = guard;
        this.rows = rows;
        this.posts = posts;
        this.accounts = accounts;
        this.persons = persons;
        this.passwords = passwords;
        this.places = places;
    }

    public Outcome<InvitationLink> invite(Actor actor, Post post, String name) {
        return transactions.write(() -> UnitRows.usable(name)
                .then(usable ->
                        guard.administered(actor, post.unit(), Hold.OPEN).map(unit -> rows.add(actor, post, usable))));
    }

    /** Those at a unit that can still be accepted. */
    public Outcome<List<Invitation>> openAt(Actor actor, UnitId unit) {
        return guard.administered(actor, unit, Hold.NONE).map(found -> rows.openAt(actor.county(), unit));
    }

    public Outcome<Invitation> withdraw(Actor actor, InvitationId invitation) {
        return transactions.write(() -> rows.find(actor.county(), invitation)
                .map(found -> guard.administered(actor, found.post().unit(), Hold.NONE)
                        .then(unit -> rows.withdraw(actor.county(), invitation)
                                ? Outcome.done(found)
                                : Outcome.<Invitation>refused("invitation.ended")))
                .orElseGet(() -> Outcome.refused("invitation.ended")));
    }

    /** For the page behind the link; empty where it can no longer be accepted. */
    public Optional<Invitation> find(CountyId county, String token) {
        return rows.open(county, token);
    }

    /** A newcomer chooses the password; whoever has an account with this phone proves it by the password it has. */
    public Outcome<PersonId> accept(CountyId county, String token, Phone phone, String password, Visit visit) {
        var newcomer = spend(
                county,
                token,
                invitation -> accounts.openStaffAccount(county, invitation.name(), phone, password)
                        .map(account -> persons.byPhone(county, phone).orElseThrow()));
        // Outside the transaction above: a wrong password must stay counted.
        return isKnown(newcomer)
                ? passwords.check(phone, password, visit).then(account -> acceptAs(account, county, token))
                : newcomer;
    }

    private static boolean isKnown(Outcome<PersonId> outcome) {
        return outcome instanceof Outcome.Refused<PersonId>(var refusal)
                && refusal.code().equals("account.phone_known");
    }

    private Outcome<PersonId> acceptAs(AccountId account, CountyId county, String token) {
        return spend(county, token, invitation -> places.enter(account, county, invitation.name()));
    }

    /** By somebody who has passed the staff's sign-in already. */
    public Outcome<PersonId> accept(SignedIn somebody, String token) {
        return somebody.staffProven()
                ? spend(somebody.county(), token, invitation -> Outcome.done(somebody.person()))
                : Outcome.refused("invitation.sign_in_as_staff");
    }

    /** By a resident who signed in by text message, which proves the phone, and never had a password. */
    public Outcome<PersonId> accept(SignedIn resident, String token, String newPassword) {
        return accounts.hasPassword(resident.account())
                ? Outcome.refused("invitation.sign_in_as_staff")
                : spend(
                        resident.county(),
                        token,
                        invitation -> accounts.setPassword(resident.account(), newPassword)
                                .map(account -> resident.person()));
    }

    private Outcome<PersonId> spend(CountyId county, String token, Function<Invitation, Outcome<PersonId>> who) {
        return transactions.write(() -> rows.spend(county, token)
                .map(invitation -> who.apply(invitation).then(person -> begin(county, invitation, person)))
                .orElseGet(() -> Outcome.refused("invitation.ended")));
    }

    /** The unit cannot have been closed meanwhile: an open invitation keeps it open. */
    private Outcome<PersonId> begin(CountyId county, Invitation invitation, PersonId person) {
        return posts.begin(Actor.withoutPosts(county, invitation.by()), person, invitation.post())
                .map(post -> person);
    }
}
