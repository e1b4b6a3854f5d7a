package feiyan.dispatch;

import feiyan.accounts.PersonId;
import feiyan.calendar.WorkingCalendars;
import feiyan.dispatch.AskedLately.Lately;
import feiyan.dispatch.OfferQueue.Waiting;
import feiyan.dispatch.engine.HowManyToAsk;
import feiyan.dispatch.engine.Invitee;
import feiyan.dispatch.pool.Answering;
import feiyan.orders.ServiceSheet;
import feiyan.platform.CountyId;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Of those who wait to be asked, the fewest that the county's target takes now, judged by how each used to answer. Who
 * was asked enough this week is left in peace, and among equals whoever was not asked for longest comes first.
 */
@Component
class FewestToAsk {

    private static final double PERCENT = 100;

    // As no figure of this kind is exact, people are alike within these steps.
    private static final double STEP_OF_YES = 0.05;
    private static final double STEP_OF_MINUTES = 15;

    private final OpenQuestions questions;
    private final AnswerHabits habits;
    private final AskedLately lately;
    private final Policies policies;
    private final WorkingCalendars calendars;

    FewestToAsk(
            OpenQuestions questions,
            AnswerHabits habits,
            AskedLately lately,
            Policies policies,
            WorkingCalendars calendars) {
        this.questions = questions;
        this.habits = habits;
        this.lately = lately;
        this.policies = policies;
        this.calendars = calendars;
    }

    /** @param people those who wait, no teams */
    List<Waiting> of(CountyId county, ServiceSheet order, int seats, List<Waiting> people, Instant now) {
        var open = questions.of(county, order.id());
        var known = Stream.concat(
                        open.stream().map(OpenQuestion::person), people.stream().map(Waiting::somebody))
                .toList();
        var others = inTheirOrder(people, lately.of(county, known, now));
        return others.isEmpty() ? others : fewest(county, order, seats, open, known, others, now);
    }

    private static List<Waiting> inTheirOrder(List<Waiting> people, Lately lately) {
        return people.stream()
                .filter(one -> one.regardless() || !lately.enoughFor(one.somebody()))
                .sorted(Comparator.comparing((Waiting one) -> lately.last(one.somebody()))
                        .thenComparingInt(Waiting::rank))
                .toList();
    }

    private List<Waiting> fewest(
            CountyId county,
            ServiceSheet order,
            int seats,
            List<OpenQuestion> open,
            List<PersonId> known,
            List<Waiting> others,
            Instant now) {
        var policy = policies.of(county);
        var time = calendars.of(county);
        var proposed = order.timeOr(others.getFirst().proposed());
        var toAnswer = TimeToAnswer.of(order, proposed, policy, time, now);
        var minutes = new AnsweringMinutes(time, order.urgent());
        var habit = habits.of(county, known, minutes, now);
        return asking(policy)
                .now(seats, toAnswer.left(), waiting(open, habit, minutes, now), invitees(others, habit, toAnswer))
                .invitees()
                .stream()
                .map(one -> others.get(one.volunteer()))
                .toList();
    }

    private static HowManyToAsk asking(Policy policy) {
        return new HowManyToAsk(
                policy.get(Policy.FILL_TARGET) / PERCENT,
                policy.get(Policy.OFFER_LOOK).toMinutes());
    }

    private static List<HowManyToAsk.Waiting> waiting(
            List<OpenQuestion> open, Map<PersonId, Answering> habits, AnsweringMinutes minutes, Instant now) {
        return open.stream()
                .map(one -> new HowManyToAsk.Waiting(
                        invitee(0, one.person(), habits, minutes.between(one.askedAt(), one.until()), 0),
                        minutes.between(one.askedAt(), now)))
                .toList();
    }

    /** They bear their place, which decides between equals. */
    private static List<Invitee> invitees(
            List<Waiting> others, Map<PersonId, Answering> habits, TimeToAnswer toAnswer) {
        return IntStream.range(0, others.size())
                .mapToObj(place ->
                        invitee(place, others.get(place).somebody(), habits, toAnswer.openFor(), toAnswer.openLater()))
                .toList();
    }

    private static Invitee invitee(
            int place, PersonId person, Map<PersonId, Answering> habits, double openFor, double openLater) {
        var habit = habits.getOrDefault(person, Answering.NEVER_ASKED);
        return new Invitee(
                place,
                0,
                stepped(habit.chanceOfYes(), STEP_OF_YES),
                stepped(habit.usualMinutes(), STEP_OF_MINUTES),
                openFor,
                openLater);
    }

    /** Never none: whoever seldom comes may, and no answer takes no time at all. */
    private static double stepped(double value, double step) {
        return Math.max(1, Math.round(value / step)) * step;
    }
}
