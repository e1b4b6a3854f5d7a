package feiyan.messages;

import static java.util.stream.Collectors.toMap;

import feiyan.accounts.PersonId;
import feiyan.messages.NoticeRows.Content;
import feiyan.messages.NoticeRows.Told;
import feiyan.orders.OrderHeadline;
import feiyan.orders.OrderHeadlines;
import feiyan.platform.CountyId;
import feiyan.platform.Policies;
import java.time.Instant;
import java.time.InstantSource;
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
            AtNight atNight, boolean urgent, @Nullable Instant begins, QuietHours hours, Instant now) {

        boolean rings() {
            return tooLateAt(hours.awake(now));
        }

        Instant due(Way way) {
            var digest = hours.nextDigest(now);
            return way == Way.DIGEST && !tooLateAt(digest) ? digest : hours.awake(now);
        }

        private boolean tooLateAt(Instant due) {
            return atNight.rings(urgent, begins, now, due);
        }
    }

    /** Where no sender is set up nothing is planned: nobody wants last month's messages on the day it is. */
    void plan(CountyId county, Content content, List<Told> told) {
        if (senders.getIfAvailable() != null) {
            var notices = told.stream().collect(toMap(Told::person, Told::notice));
            var readable = readers.of(county, notices.keySet()).stream()
                    .filter(reader -> reader.hasPhone() && way(reader, content) != Way.APP)
                    .toList();
            if (!readable.isEmpty()) {
                var timing = timing(county, content);
                queue.add(
                        county,
                        readable.stream()
                                .map(reader -> planned(reader.person(), notices::get, way(reader, content), timing))
                                .toList());
            }
        }
    }

    private static Way way(Reader reader, Content content) {
        return reader.way(content.kind().topic());
    }

    private Timing timing(CountyId county, Content content) {
        var order = Objects.requireNonNull(
                orders.of(county, Set.of(content.order())).get(content.order()));
        var hours = QuietHours.of(policies.of(county));
        return new Timing(content.kind().atNight(), order.urgent(), begins(content, order), hours, clock.instant());
    }

    private static @Nullable Instant begins(Content content, OrderHeadline order) {
        var agreed = order.agreed() == null ? null : order.agreed().from();
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
