package feiyan.messages;

import feiyan.messages.TextQueue.Claimed;
import feiyan.messages.TextQueue.Ending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes one letter of what waited for the same morning or digest, and of a flood; the rest goes out one by one. */
final class TextFold {

    /** As many at one moment are a flood: a unit that finds twenty late orders on a Monday. */
    private static final int FLOOD = 3;

    private TextFold() {}

    record Told(Claimed claimed, Notice notice) {

        /** Why it need not be sent any more. */
        Optional<Ending> ending(Instant now) {
            if (!notice.unread()) {
                return Optional.of(Ending.READ_IN_APP);
            }
            var offer = notice.offer();
            var over = notice.kind() == NoticeKind.OFFER_MADE
                    && offer != null
                    && (!offer.open() || !offer.deadline().isAfter(now));
            return over || notice.at().plus(NoticeRows.NEWS).isBefore(now)
                    ? Optional.of(Ending.TOO_LATE)
                    : Optional.empty();
        }
    }

    /** What leaves as one text message. */
    record Letter(List<Told> all) {

        List<Notice> notices() {
            return all.stream().map(Told::notice).toList();
        }

        List<Claimed> claimed() {
            return all.stream().map(Told::claimed).toList();
        }

        int attempts() {
            return all.stream()
                    .mapToInt(each -> each.claimed().attempts())
                    .max()
                    .orElse(0);
        }

        boolean pierces() {
            return all.stream().anyMatch(each -> each.claimed().pierces());
        }

        UUID once() {
            return all.getFirst().claimed().id();
        }
    }

    static List<Letter> letters(List<Told> told) {
        var inOrder = told.stream()
                .sorted(Comparator.comparing(each -> each.claimed().id()))
                .toList();
        var letters = new ArrayList<Letter>();
        letters.addAll(
                folded(inOrder.stream().filter(each -> each.claimed().held()).toList(), 2));
        letters.addAll(
                folded(inOrder.stream().filter(each -> !each.claimed().held()).toList(), FLOOD));
        return letters;
    }

    private static List<Letter> folded(List<Told> told, int from) {
        return told.size() >= from
                ? List.of(new Letter(told))
                : told.stream().map(each -> new Letter(List.of(each))).toList();
    }
}
