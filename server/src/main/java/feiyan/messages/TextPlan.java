package feiyan.messages;

import static java.util.stream.Collectors.toMap;

import feiyan.accounts.PersonId;
import feiyan.messages.NoticeRows.Told;
import feiyan.orders.OrderHeadline;
import feiyan.orders.OrderHeadlines;
import feiyan.platform.CountyId;
import feiyan.platform.Policies;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Decides in the transaction of the telling who gets a text message, too, and when. */
@Component
class TextPlan {

    private final ObjectProvider<TextSender> senders;
    private final Readers readers;
    private final OrderHeadlines orders;
    private final Policies policies;
    private final TextQueue queue;
    private final InstantSource clock;

    TextPlan(
            ObjectProvider<TextSender> senders,
            Readers readers,
            OrderHeadlines orders,
            Policies policies,
            TextQueue queue,
            InstantSource clock) {
        this.senders = senders;
        this.readers = readers;
        this.orders = orders;
        this.policies = policies;
        this.queue = queue;
        this.clock = clock;
    }

    /** When the text about something may leave. */
    private record Timing(
            NoticeKind kind, boolean urgent, @Nullable Instant begins, QuietHours hours, Instant now) {

        boolean rings() {
            return tooLateAt(hours.awake(now));
        }

        Instant due(Way way) {
            var digest = hours.nextDigest(now);
            return way == Way.DIGEST && !tooLateAt(digest) ? digest : gathered();
        }

        /** To a full minute, so that what is told side by side leaves together; never so long that the night comes. */
        private Instant gathered() {
            if (kind.gathers().isZero()) {
                return hours.awake(now);
            }
            var later = now.plus(kind.gathers()).truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
            return hours.awake(later).equals(later) ? later : hours.awake(now);
        }

        private boolean tooLateAt(Instant due) {
            return kind.atNight().rings(urgent, begins, now, due);
        }
    }

    /**
     * Where no sender is set up nothing is planned: nobody wants last month's messages on the day it is. Who follows
     * reads in the app: the message would have to say whose order it is.
     */
    void plan(CountyId county, Content content, List<Told> told) {
        if (senders.getIfAvailable() != null && content.follows() == null) {
            var notices = told.stream().collect(toMap(Told::person, Told::notice));
            var readable = readers.of(county, notices.keySet()).stream()
                    .filter(reader -> reader.hasPhone() && way(reader, content) != Way.APP)
                    .toList();
            if (!readable.isEmpty()) {
                var timing = timing(county, content);
                var plan = readable.stream()
                        .map(reader -> planned(reader.person(), notices::get, way(reader, content), timing))
                        .toList();
                queue.add(county, content.kind().gathers().isZero() ? plan : together(county, plan, timing));
            }
        }
    }

    /** With what waits for the same person already, where that leaves sooner. */
    private List<TextQueue.Planned> together(CountyId county, List<TextQueue.Planned> plan, Timing timing) {
        var people = plan.stream().map(TextQueue.Planned::person).toList();
        var leaving = queue.leaving(county, people, timing.now());
        return plan.stream()
                .map(each -> each.held() ? each.noLaterThan(leaving.get(each.person())) : each)
                .toList();
    }

    private static Way way(Reader reader, Content content) {
        return reader.way(content.kind().topic());
    }

    private Timing timing(CountyId county, Content content) {
        var about = content.order();
        var order = about == null
                ? null
                : Objects.requireNonNull(orders.of(county, Set.of(about)).get(about));
        var hours = QuietHours.of(policies.of(county));
        var urgent = order != null && order.urgent();
        return new Timing(content.kind(), urgent, begins(content, order), hours, clock.instant());
    }

    private static @Nullable Instant begins(Content content, @Nullable OrderHeadline order) {
        var agreed =
                order == null || order.agreed() == null ? null : order.agreed().from();
        return content.begins() == null ? agreed : content.begins();
    }

    private static TextQueue.Planned planned(
            PersonId person, Function<PersonId, @Nullable NoticeId> notices, Way way, Timing timing) {
        var rings = timing.rings();
        var due = rings ? timing.now() : timing.due(way);
        return new TextQueue.Planned(
                Objects.requireNonNull(notices.apply(person)), person, due, rings, due.isAfter(timing.now()));
    }
}
