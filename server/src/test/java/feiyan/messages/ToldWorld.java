package feiyan.messages;

import feiyan.accounts.Persons;
import feiyan.accounts.Phone;
import feiyan.cast.AtOnce;
import feiyan.cast.Village;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.platform.OutboxWorker;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** A village in which the messages run: what is told and sent at which moment. */
final class ToldWorld {

    final Village village;
    /** Ten in the morning. */
    final Instant wednesday;
    /** Eleven, the day before. */
    final Instant tuesday;

    private final AppClock clock;

    ToldWorld(ApplicationContext house) {
        village = Village.in(house);
        clock = village.the(AppClock.class);
        wednesday = Village.wednesday(clock.instant());
        tuesday = wednesday.minus(Duration.ofHours(23));
    }

    <T> T at(Instant time, Supplier<T> work) {
        return clock.at(time, work);
    }

    Actor somebody(String name) {
        return Actor.withoutPosts(village.county, village.person(name));
    }

    /** Two instances tell at once, and one of them looks again. */
    void tick(Instant at) {
        Supplier<Outcome<Integer>> instance = () -> clock.at(at, () -> {
            village.the(OutboxWorker.class).work();
            return Outcome.done(1);
        });
        AtOnce.all(List.of(instance, instance));
        clock.at(at, () -> {
            village.the(OutboxWorker.class).work();
            village.the(TextSending.class).send();
            return at;
        });
    }

    /** In the order in which it was told. */
    List<Notice> all(Actor reader) {
        var all = new ArrayList<Notice>();
        var page = village.the(Notices.class).latest(reader, null);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = village.the(Notices.class).latest(reader, page.getLast().id());
        }
        return all.reversed();
    }

    Stream<Notice> about(Actor reader, OrderId order) {
        return all(reader).stream()
                .filter(notice -> notice.order() != null && notice.order().id().equals(order));
    }

    List<NoticeKind> told(Actor reader, OrderId order) {
        return about(reader, order).map(Notice::kind).toList();
    }

    List<String> texts(Actor reader) {
        return village.the(SentTexts.class).to(phone(reader));
    }

    Phone phone(Actor somebody) {
        return Objects.requireNonNull(village.the(Persons.class)
                .phone(somebody.county(), somebody.person(), somebody.person(), null)
                .orElse(null));
    }
}
