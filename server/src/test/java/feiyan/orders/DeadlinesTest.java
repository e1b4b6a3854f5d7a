package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.calendar.WorkingTime;
import feiyan.platform.Policy;
import feiyan.units.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    /** Spring Festival 2026: Saturday the 14th is worked, then nine days are free; Saturday the 28th is worked. */
    private static final WorkingTime WORKING = new WorkingTime(
            Policy.standard().get(Policy.WORKING_HOURS),
            Policy.standard().get(Policy.WAKING_HOURS).getFirst(),
            exceptions());

    private static final Deadlines DEADLINES = new Deadlines(Policy.standard(), WORKING);

    private static Map<LocalDate, Boolean> exceptions() {
        var free = LocalDate.parse("2026-02-15").datesUntil(LocalDate.parse("2026-02-24"));
        var days = free.collect(Collectors.toMap(day -> day, day -> false));
        days.put(LocalDate.parse("2026-02-14"), true);
        days.put(LocalDate.parse("2026-02-28"), true);
        return days;
    }

    @ParameterizedTest(name = "{0}{1}: {2}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            # history: each verb with its state and time | urgent | due
            PLACE>SUBMITTED@2026-06-16T10:00                                             | no  | 2026-06-17T10:00
            PLACE>SUBMITTED@2026-02-13T10:00                                             | no  | 2026-02-14T10:00
            # over Spring Festival: what comes on the worked Saturday at ten is due ten days later
            PLACE>SUBMITTED@2026-02-14T10:00                                             | no  | 2026-02-24T10:00
            PLACE>SUBMITTED@2026-02-18T12:00                                             | no  | 2026-02-24T17:30
            # urgent: two hours around the clock, holidays too
            PLACE>SUBMITTED@2026-02-17T23:00                                             | yes | 2026-02-18T01:00
            PLACE>SUBMITTED@2026-06-16T10:00 APPROVE>APPROVED@2026-06-16T11:00           | yes | 2026-06-16T13:00
            # each unit that gets it has its own day
            PLACE>SUBMITTED@2026-06-16T10:00 ESCALATE>SUBMITTED@2026-06-17T10:01         | no  | 2026-06-18T10:01
            PLACE>SUBMITTED@2026-06-16T10:00 APPROVE>APPROVED@2026-06-16T14:00           | no  | 2026-06-17T14:00
            # offers that come to nothing do not start the dispatch clock again
            APPROVE>APPROVED@2026-06-16T14:00 OFFER>OFFERED@2026-06-16T15:00             | no  | 2026-06-17T14:00
            APPROVE>APPROVED@2026-06-16T14:00 OFFER>OFFERED@2026-06-16T15:00 RUN_DRY>APPROVED@2026-06-17T09:00 | no | 2026-06-17T14:00
            APPROVE>APPROVED@2026-06-16T14:00 OFFER>OFFERED@2026-06-16T15:00 RUN_DRY>APPROVED@2026-06-17T09:00 OFFER>OFFERED@2026-06-17T10:00 | no | 2026-06-17T14:00
            # what was taken on and comes back does
            APPROVE>APPROVED@2026-06-16T14:00 CONFIRM>ACCEPTED@2026-06-16T15:00 GIVE_BACK>APPROVED@2026-06-18T10:00 | no | 2026-06-19T10:00
            APPROVE>APPROVED@2026-06-16T14:00 CONFIRM>ACCEPTED@2026-06-16T15:00 NO_SHOW>APPROVED@2026-06-18T10:00 | no | 2026-06-19T10:00
            APPROVE>APPROVED@2026-06-16T14:00 START>IN_SERVICE@2026-06-16T15:00 BREAK_OFF>APPROVED@2026-06-18T10:00 | no | 2026-06-19T10:00
            GROUP>APPROVED@2026-06-16T14:00                                              | no  | 2026-06-17T14:00
            # asked back: three working days, urgent or not
            PLACE>SUBMITTED@2026-06-16T10:00 ASK_BACK>RETURNED@2026-06-16T11:00          | no  | 2026-06-19T11:00
            PLACE>SUBMITTED@2026-06-16T10:00 ASK_BACK>RETURNED@2026-06-18T11:00          | yes | 2026-06-23T11:00
            # a rating: seven days of any kind
            FINISH>SERVED@2026-02-14T20:00                                               | no  | 2026-02-21T20:00
            # over: nobody is waited for
            FINISH>SERVED@2026-02-14T20:00 RATE>CLOSED@2026-02-15T20:00                  | no  | -
            PLACE>SUBMITTED@2026-06-16T10:00 MERGE>MERGED@2026-06-16T11:00               | no  | -
            PLACE>SUBMITTED@2026-06-16T10:00 REFUSE>REFUSED@2026-06-16T11:00             | no  | -
            PLACE>SUBMITTED@2026-06-16T10:00 CANCEL>CANCELLED@2026-06-16T11:00           | yes | -
            FINISH>SERVED@2026-06-08T20:00 REOPEN>SUBMITTED@2026-06-16T10:00             | no  | 2026-06-17T10:00
            """)
    void isDue(String history, String urgent, @Nullable String due) {
        assertThat(DEADLINES.due(events(history), urgent.equals("yes"), null).orElse(null))
                .isEqualTo(due == null ? null : time(due));
    }

    @Test
    void whatIsAgreedIsDueAtItsEndAndMayOverrunByTwoHours() {
        var agreed = new Slot(time("2026-06-20T09:00"), time("2026-06-20T11:00"));
        assertThat(DEADLINES.due(events("CONFIRM>ACCEPTED@2026-06-16T15:00"), false, agreed))
                .contains(time("2026-06-20T11:00"));
        assertThat(DEADLINES.due(events("START>IN_SERVICE@2026-06-20T09:05"), false, agreed))
                .contains(time("2026-06-20T13:00"));
    }

    @Test
    void aCountyMayDecideOtherwise() {
        var patient = Policy.standard().with(Policy.REVIEW_WORKING_DAYS, 3).with(Policy.RATING_DAYS, 14);
        var deadlines = new Deadlines(patient, WORKING);
        assertThat(deadlines.due(events("PLACE>SUBMITTED@2026-06-15T10:00"), false, null))
                .contains(time("2026-06-18T10:00"));
        assertThat(deadlines.due(events("FINISH>SERVED@2026-06-01T10:00"), false, null))
                .contains(time("2026-06-15T10:00"));
    }

    private static List<Happening> events(String history) {
        var events = new ArrayList<Happening>();
        var from = State.NEW;
        for (var word : Stream.of(history.strip().split(" +")).toList()) {
            var verb = Verb.valueOf(word.substring(0, word.indexOf('>')));
            var to = State.valueOf(word.substring(word.indexOf('>') + 1, word.indexOf('@')));
            var at = time(word.substring(word.indexOf('@') + 1));
            events.add(new Happening(events.size() + 1, from, verb, to, at, null, new UnitId(new UUID(0, 1)), null));
            from = to;
        }
        return events;
    }

    private static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(WorkingTime.ZONE).toInstant();
    }
}
