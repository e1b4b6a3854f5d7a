package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.dispatch.ReasonFacts;
import feiyan.dispatch.plan.PlanChange.Kind;
import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What dispatchers make of a plan before anybody is asked. Each command names the plan's version on the screen: a line
 * that somebody else changed since is looked at again first; other lines are no matter.
 */
@Component
public class PlanChoices {

    private final PlanGate gate;
    private final PlanRows rows;
    private final LineWrites lines;
    private final PlanBans bans;
    private final PlanChanges changes;
    private final Alternatives alternatives;
    private final PlanNews news;
    private final Transactions transactions;
    private final InstantSource clock;

    PlanChoices(
            PlanGate gate,
            PlanRows rows,
            LineWrites lines,
            PlanBans bans,
            PlanChanges changes,
            Alternatives alternatives,
            PlanNews news,
            Transactions transactions,
            InstantSource clock) {
        this.gate = gate;
        this.rows = rows;
        this.lines = lines;
        this.bans = bans;
        this.changes = changes;
        this.alternatives = alternatives;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Stays as it is in the next plan. */
    public Outcome<Integer> pin(Actor actor, PlanId plan, int seen, int line) {
        return change(
                actor,
                plan,
                seen,
                line,
                was -> was.volunteer() == null
                        ? Outcome.refused("plan.line_open")
                        : Outcome.done(pinned(actor, plan, was, true)));
    }

    public Outcome<Integer> unpin(Actor actor, PlanId plan, int seen, int line) {
        return change(actor, plan, seen, line, was -> Outcome.done(pinned(actor, plan, was, false)));
    }

    private int pinned(Actor actor, PlanId plan, PlanLine was, boolean pinned) {
        int version = rows.next(actor.county(), plan);
        lines.pin(actor.county(), plan, was.number(), version, pinned);
        record(actor, plan, version, pinned ? Kind.PIN : Kind.UNPIN, was, was.volunteer());
        return version;
    }

    /** The seat is open again; the next plan may propose the same person. */
    public Outcome<Integer> takeOff(Actor actor, PlanId plan, int seen, int line) {
        return change(actor, plan, seen, line, was -> Outcome.done(emptied(actor, plan, was, Kind.TAKE_OFF)));
    }

    /** The seat is open again, and this person is not proposed for this order any more. */
    public Outcome<Integer> ban(Actor actor, PlanId plan, int seen, int line) {
        return change(actor, plan, seen, line, was -> {
            var volunteer = was.volunteer();
            if (volunteer == null) {
                return Outcome.refused("plan.line_open");
            }
            bans.add(actor.county(), plan, was.order(), volunteer);
            return Outcome.done(emptied(actor, plan, was, Kind.BAN));
        });
    }

    private int emptied(Actor actor, PlanId plan, PlanLine was, Kind kind) {
        int version = rows.next(actor.county(), plan);
        propose(actor, plan, was, version, null, was.facts(), was.cost());
        record(actor, plan, version, kind, was, null);
        return version;
    }

    /** Somebody else takes the line, with all that follows from it. A choice by hand stays in the next plan. */
    public Outcome<Integer> move(Actor actor, PlanId plan, int seen, int line, PersonId volunteer) {
        return change(
                actor,
                plan,
                seen,
                line,
                was -> alternatives
                        .of(actor.county(), gate.find(actor, plan).orElseThrow(), was, volunteer)
                        .map(to -> Outcome.done(moved(actor, plan, was, to)))
                        .orElseGet(() -> Outcome.refused("plan.cannot_take")));
    }

    private int moved(Actor actor, PlanId plan, PlanLine was, Alternative to) {
        int version = rows.next(actor.county(), plan);
        for (var other : to.displaced()) {
            displace(actor, plan, version, other);
        }
        var volunteer = to.suggestion().volunteer();
        propose(
                actor,
                plan,
                was,
                version,
                volunteer,
                to.facts(),
                to.suggestion().cost());
        lines.pin(actor.county(), plan, was.number(), version, true);
        record(actor, plan, version, Kind.MOVE, was, volunteer);
        return version;
    }

    private void displace(Actor actor, PlanId plan, int version, Displaced other) {
        var was = gate.line(actor, plan, other.line());
        var to = other.to();
        if (to == null) {
            propose(actor, plan, was, version, null, was.facts(), was.cost());
        } else {
            propose(actor, plan, was, version, to.volunteer(), ReasonFacts.of(to, false), to.cost());
        }
        record(actor, plan, version, Kind.DISPLACE, was, to == null ? null : to.volunteer());
    }

    private void propose(
            Actor actor,
            PlanId plan,
            PlanLine was,
            int version,
            @Nullable PersonId volunteer,
            ReasonFacts facts,
            int cost) {
        lines.propose(actor.county(), plan, was.number(), version, volunteer, facts, cost);
    }

    private void record(Actor actor, PlanId plan, int version, Kind kind, PlanLine was, @Nullable PersonId volunteer) {
        Instant now = clock.instant();
        var change = new PlanChange(
                version, was.number(), kind, actor.person(), now, volunteer, was.volunteer(), was.cost(), null);
        changes.add(actor.county(), plan, change, was);
    }

    /** @return the plan's version after it */
    private Outcome<Integer> change(
            Actor actor, PlanId plan, int seen, int line, Function<PlanLine, Outcome<Integer>> how) {
        var done = transactions.write(
                () -> gate.changeable(actor, plan, seen, line).then(how));
        if (done instanceof Outcome.Done<Integer>) {
            news.changed(actor.county());
        }
        return done;
    }
}
