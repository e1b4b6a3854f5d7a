package feiyan.bench.county;

import feiyan.accounts.PersonId;
import feiyan.bench.county.DispatchTables.Taken;
import feiyan.bench.county.PastOrder.Refusal;
import feiyan.bench.county.PastOrder.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was told: the notices, which stay, and the rows of the outbox from which they came, which are swept after some
 * weeks.
 */
final class ToldTables {

    private static final Duration UNTIL_DONE = Duration.ofSeconds(1);
    private static final Duration UNTIL_READ = Duration.ofHours(5);
    private static final Duration RATING_CLOSES = Duration.ofDays(6);
    private static final Duration SUMMARY_MISSING = Duration.ofDays(1);

    /** The stamp is the trigger's. */
    final CopyTable outbox = new CopyTable(
            "outbox", "county_id, id, stamp, kind, subject_id, subject_version, at, done_at, attempts, not_before");

    final CopyTable notices = new CopyTable(
            "notice", "county_id, id, person_id, outbox_id, kind, order_id, offer_id, begins, at, read_at");

    private final long county;
    private final Instant since;

    ToldTables(long county, Instant since) {
        this.county = county;
        this.since = since;
    }

    /** What a notice is about, beside the order. */
    private record About(
            UUID order, @Nullable UUID offer, @Nullable Instant begins) {

        static About order(UUID order) {
            return new About(order, null, null);
        }

        static About offer(UUID order, UUID offer) {
            return new About(order, offer, null);
        }
    }

    void placed(PastOrder it, PastIds ids, UUID order) {
        told(ids, "order.place", order, 1, it.placed());
        var approved = told(ids, "order.approve", order, 2, it.approved());
        notice(ids, approved, "order_approved", it.resident().person(), About.order(order), it.approved());
    }

    void refused(Refusal refusal, PastIds ids, UUID order, UUID offer) {
        told(ids, "order.offer", order, 3, refusal.offered());
        made(ids, offer, refusal.helper().person(), order, refusal.offered());
        told(ids, "offer.decline", offer, 2, refusal.refused());
        told(ids, "order.run_dry", order, 4, refusal.refused());
    }

    private void made(PastIds ids, UUID offer, PersonId asked, UUID order, Instant at) {
        var made = told(ids, "offer.make", offer, 1, at);
        notice(ids, made, "offer_made", asked, About.offer(order, offer), at);
    }

    void served(PastOrder it, PastIds ids, UUID order, List<Taken> taken) {
        int version = it.refusedBy() == null ? 3 : 5;
        told(ids, "order.offer", order, version, it.offered());
        var team = it.team();
        if (team == null) {
            taken.forEach(each -> accepted(it, ids, order, each));
        } else {
            accepted(it, ids, order, taken, team);
        }
        agreed(it, ids, order, version + 1);
        taken.forEach(
                each -> told(ids, "seat.check_in", each.seat(), 2, each.comer().came()));
        told(ids, "order.start", order, version + 2, it.firstToCome().came());
        taken.forEach(
                each -> told(ids, "seat.check_out", each.seat(), 3, each.comer().went()));
        over(it, ids, order, version + 3);
        if (team != null) {
            reminded(it, ids, order, taken.getFirst().offer(), team, version + 3);
        }
        told(ids, "order.rate", order, version + 4, it.rated());
    }

    private void accepted(PastOrder it, PastIds ids, UUID order, Taken taken) {
        made(ids, taken.offer(), taken.comer().person(), order, it.offered());
        told(ids, "offer.accept", taken.offer(), 2, taken.comer().seated());
        told(ids, "seat.take", taken.seat(), 1, taken.comer().seated());
    }

    /** By its leader, who puts members on: they are told, and the leader need not be. */
    private void accepted(PastOrder it, PastIds ids, UUID order, List<Taken> taken, Team team) {
        var offer = taken.getFirst().offer();
        made(ids, offer, team.leader(), order, it.offered());
        told(ids, "offer.accept", offer, 2, team.accepted());
        for (var each : taken) {
            var person = each.comer().person();
            var at = each.comer().seated();
            var take = told(ids, "seat.take", each.seat(), 1, at);
            if (!person.equals(team.leader())) {
                notice(ids, take, "seat_taken", person, new About(order, null, it.begins()), at);
            }
        }
    }

    /** Those who serve hear of it from whoever filled the last seat. */
    private void agreed(PastOrder it, PastIds ids, UUID order, int version) {
        var agreed = told(ids, "order.confirm", order, version, it.agreed());
        notice(ids, agreed, "order_accepted", it.resident().person(), About.order(order), it.agreed());
        Stream.concat(it.comers().stream().map(PastOrder.Comer::person), Stream.of(it.agreedBy()))
                .distinct()
                .filter(person -> !person.equals(it.agreedBy()))
                .forEach(person -> notice(ids, agreed, "service_agreed", person, About.order(order), it.agreed()));
    }

    private void over(PastOrder it, PastIds ids, UUID order, int version) {
        var went = it.lastToGo().went();
        var served = told(ids, "order.finish", order, version, went);
        notice(ids, served, "order_served", it.resident().person(), About.order(order), went);
        toDo(ids, "rating.closes", order, version, went, went.plus(RATING_CLOSES));
    }

    private void reminded(PastOrder it, PastIds ids, UUID order, UUID offer, Team team, int version) {
        var day = it.lastToGo().went().plus(SUMMARY_MISSING);
        var missing = told(ids, "summary.missing", offer, version, day);
        notice(ids, missing, "summary_missing", team.leader(), About.offer(order, offer), day);
    }

    private UUID told(PastIds ids, String kind, UUID subject, int version, Instant at) {
        return toDo(ids, kind, subject, version, at, at);
    }

    /** Done as soon as it could be, and kept for as long as the outbox keeps anything. */
    private UUID toDo(PastIds ids, String kind, UUID subject, int version, Instant at, Instant due) {
        var id = ids.at(at);
        var done = due.plus(UNTIL_DONE);
        if (done.isAfter(since)) {
            outbox.row(county, id, 0L, kind, subject, version, at, done, 0, due);
        }
        return id;
    }

    private void notice(PastIds ids, UUID outboxRow, String kind, PersonId person, About about, Instant at) {
        var id = ids.at(at.plus(UNTIL_DONE));
        var who = person.value();
        var read = at.plus(UNTIL_READ);
        notices.row(county, id, who, outboxRow, kind, about.order(), about.offer(), about.begins(), at, read);
        told(ids, "notice.told", who, 1, at);
    }
}
