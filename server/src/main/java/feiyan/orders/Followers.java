package feiyan.orders;

import feiyan.accounts.Limit;
import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.accounts.Throttles;
import feiyan.orders.Follower.How;
import feiyan.platform.CountyId;
import feiyan.platform.Outbox;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * Children who live away and see how a parent's orders stand: asked by number, allowed by the parent or noted by the
 * station, withdrawn by either at any time.
 */
@Service
public class Followers {

    /** Somebody asks to follow; the subject is the person who is asked. */
    public static final String ASKED = "family.asked";

    /** Enough for a family, too little to go through a telephone book. */
    private static final List<Limit> ASKING =
            List.of(new Limit(5, Duration.ofHours(1)), new Limit(10, Duration.ofDays(1)));

    private final Transactions transactions;
    private final FollowRequests requests;
    private final FollowerRows rows;
    private final OrderRows orders;
    private final Persons persons;
    private final ConsentWitness witness;
    private final Throttles throttles;
    private final Outbox outbox;
    private final InstantSource time;

    Followers(
            Transactions transactions,
            FollowRequests requests,
            FollowerRows rows,
            OrderRows orders,
            Persons persons,
            ConsentWitness witness,
            Throttles throttles,
            Outbox outbox,
            InstantSource time) {
        this.transactions = transactions;
        this.requests = requests;
        this.rows = rows;
        this.orders = orders;
        this.persons = persons;
        this.witness = witness;
        this.throttles = throttles;
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * Asks whoever has this number. The answer is the same whether anybody has: refused are only one's own number
     * ({@code family.own_number}), too many tries, and who has no number to be recognised by
     * ({@code family.no_number}).
     */
    public Outcome<PersonId> ask(Actor actor, String number, boolean mayOrder) {
        return Phone.parseMobile(number)
                .then(parent -> throttles
                        .take("family.ask", actor.person().value().toString(), ASKING)
                        .then(taken -> transactions.write(() -> own(actor)
                                .map(own -> ask(actor, own, parent, mayOrder))
                                .orElseGet(() -> Outcome.refused("family.no_number")))));
    }

    private Outcome<PersonId> ask(Actor actor, Phone own, Phone parent, boolean mayOrder) {
        if (own.equals(parent)) {
            return Outcome.refused("family.own_number");
        }
        var now = time.instant();
        var first = requests.ask(actor.county(), actor.person(), parent, own.masked(), mayOrder, now);
        persons.byPhone(actor.county(), parent)
                .filter(known -> first)
                .ifPresent(known -> outbox.tell(actor.county(), ASKED, known.value(), 1, now));
        return Outcome.done(actor.person());
    }

    private Optional<Phone> own(Actor actor) {
        return persons.provenPhone(actor.county(), actor.person());
    }

    /** Who asks the actor and waits for an answer. */
    public List<FollowRequest> asking(Actor actor) {
        return own(actor)
                .map(phone -> requests.to(actor.county(), phone, time.instant()))
                .orElse(List.of());
    }

    /** What the actor asked others and was not allowed yet. */
    public List<FollowRequest> asked(Actor actor) {
        return requests.from(actor.county(), actor.person(), time.instant());
    }

    public Outcome<FollowRequestId> takeBack(Actor actor, FollowRequestId request) {
        return transactions.write(() -> requests.takeBack(actor.county(), request, actor.person(), time.instant())
                ? Outcome.done(request)
                : Outcome.refused("family.answered"));
    }

    /**
     * @param mayOrder whether the follower may also order on the actor's behalf; asked for or not, the parent decides
     */
    public Outcome<PersonId> allow(Actor actor, FollowRequestId request, boolean mayOrder) {
        return answer(actor, request, "ALLOWED", follower -> {
            rows.allow(actor.county(), actor.person(), follower, mayOrder, How.PAGE, null, time.instant());
            return Outcome.done(follower);
        });
    }

    public Outcome<PersonId> deny(Actor actor, FollowRequestId request) {
        return answer(actor, request, "DENIED", Outcome::done);
    }

    private Outcome<PersonId> answer(
            Actor actor, FollowRequestId request, String answer, Function<PersonId, Outcome<PersonId>> then) {
        return transactions.write(() -> own(actor)
                .flatMap(phone -> requests.answer(actor.county(), request, phone, answer, time.instant()))
                .map(then)
                .orElseGet(() -> Outcome.refused("family.answered")));
    }

    /** The station writes down that the requester of an order in its charge allows it, and how they said so. */
    public Outcome<PersonId> note(Actor actor, OrderId order, String name, String number, boolean mayOrder, How how) {
        if (how == How.PAGE) {
            return Outcome.refused("family.say_how");
        }
        return transactions.write(() -> parentOf(actor, order)
                .then(parent -> Phone.parseMobile(number)
                        .then(phone -> persons.register(actor.county(), name, phone))
                        .then(follower -> witness.mayNote(actor, parent, follower))
                        .map(follower -> {
                            rows.allow(actor.county(), parent, follower, mayOrder, how, actor.person(), time.instant());
                            return follower;
                        })));
    }

    /** Of a confidential order only for its handlers, as all of it. */
    private Outcome<PersonId> parentOf(Actor actor, OrderId order) {
        return orders.find(actor, order)
                .filter(found -> found.relations().contains(Relation.IN_CHARGE))
                .flatMap(found -> Optional.ofNullable(found.requester()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("order.not_found"));
    }

    /** Those who follow the requester of an order in the actor's charge. */
    public List<Follower> ofRequester(Actor actor, OrderId order) {
        return switch (parentOf(actor, order)) {
            case Outcome.Done<PersonId>(var parent) -> rows.ofParent(actor.county(), parent);
            case Outcome.Refused<PersonId> _ -> List.of();
        };
    }

    /** Ends at once, by the parent or the follower. */
    public Outcome<FollowerId> withdraw(Actor actor, FollowerId id) {
        return withdraw(actor, id, actor.person());
    }

    /** As {@link #withdraw(Actor, FollowerId)}, by the station for the requester of an order in its charge. */
    public Outcome<FollowerId> withdraw(Actor actor, FollowerId id, OrderId order) {
        return parentOf(actor, order).then(parent -> withdraw(actor, id, parent));
    }

    private Outcome<FollowerId> withdraw(Actor actor, FollowerId id, PersonId person) {
        return transactions.write(() -> rows.withdraw(actor.county(), id, person, actor.person(), time.instant())
                ? Outcome.done(id)
                : Outcome.refused("family.ended"));
    }

    public List<Follower> followersOf(Actor actor) {
        return rows.ofParent(actor.county(), actor.person());
    }

    public List<Follower> followedBy(Actor actor) {
        return rows.ofFollower(actor.county(), actor.person());
    }

    /** Who else is told what this requester is told. */
    public List<PersonId> of(CountyId county, PersonId requester) {
        return rows.ofParent(county, requester).stream().map(Follower::follower).toList();
    }

    boolean mayOrderFor(Actor actor, PersonId parent) {
        return followedBy(actor).stream().anyMatch(tie -> tie.parent().equals(parent) && tie.mayOrder());
    }
}
