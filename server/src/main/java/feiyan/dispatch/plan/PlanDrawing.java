package feiyan.dispatch.plan;

import feiyan.accounts.PersonId;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.ReasonFacts;
import feiyan.dispatch.plan.OrderSeats.Standing;
import feiyan.dispatch.plan.OrderSeats.Unanswered;
import feiyan.dispatch.pool.PlanMaker.Made;
import feiyan.dispatch.pool.PlanMaker.Pairing;
import feiyan.dispatch.pool.PlanMaker.Seat;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the engine made down as lines: who was asked already stays as asked; where somebody who did not answer
 * yet makes room, the line that takes the seat says whose offer goes back.
 */
final class PlanDrawing {

    private final PlanInput input;
    private final Made made;
    private final Map<OrderId, Standing> now;
    private final Map<OrderId, ServiceSheet> orders;
    private final Map<OrderId, Deque<OfferId>> dropped = new HashMap<>();
    private final List<PlanLine> lines = new ArrayList<>();
    /** How many of an order's lines take nobody's place. */
    private final Map<OrderId, Integer> proposed = new HashMap<>();

    /** @param now who was asked, as it is when the plan is written down */
    PlanDrawing(PlanInput input, Made made, Map<OrderId, Standing> now) {
        this.input = input;
        this.made = made;
        this.now = now;
        this.orders = input.orders().stream().collect(Collectors.toMap(ServiceSheet::id, Function.identity()));
        findDropped();
        draw();
    }

    List<PlanLine> lines() {
        return lines;
    }

    /** Seats for which the plan has nobody and nobody is asked either, and orders that no time is left for. */
    List<PlanGap> gaps() {
        var gaps = new ArrayList<PlanGap>();
        for (var gap : made.gaps()) {
            int seats = gap.seats() - waiting(gap.order()).size();
            if (seats > 0) {
                gaps.add(new PlanGap(
                        gap.order(),
                        seats,
                        Math.min(seats, gap.unfillable()),
                        Objects.requireNonNull(input.times().get(gap.order())),
                        skill(gap.order()),
                        gap.lack().skilled(),
                        gap.lack().against()));
            }
        }
        for (var order : input.orders()) {
            if (!input.times().containsKey(order.id())) {
                int seats = input.standing(order).open(order);
                gaps.add(new PlanGap(order.id(), seats, seats, null, skill(order.id()), 0, Map.of()));
            }
        }
        return gaps;
    }

    private void findDropped() {
        var kept = made.seats().stream()
                .map(seat -> new Pairing(seat.order(), seat.suggestion().volunteer()))
                .collect(Collectors.toSet());
        now.forEach((order, standing) -> standing.unanswered().stream()
                .filter(offer -> !kept.contains(new Pairing(order, offer.volunteer())))
                .forEach(offer -> waiting(order).add(offer.offer())));
    }

    /** By day and hour, so that the numbers follow the page. */
    private void draw() {
        made.seats().stream()
                .sorted(Comparator.comparing((Seat seat) -> seat.time().from())
                        .thenComparing(seat -> number(seat.order()))
                        .thenComparingInt(seat -> seat.suggestion().cost())
                        .thenComparing(seat -> seat.suggestion().volunteer().value()))
                .forEach(seat -> add(line(seat, lines.size() + 1)));
    }

    private void add(PlanLine line) {
        lines.add(line);
        if (line.state() == LineState.PROPOSED && line.insteadOf() == null) {
            proposed.merge(line.order(), 1, Integer::sum);
        }
    }

    private PlanLine line(Seat seat, int number) {
        var suggestion = seat.suggestion();
        var volunteer = suggestion.volunteer();
        var offer = offer(seat.order(), volunteer);
        return new PlanLine(
                number,
                1,
                seat.order(),
                volunteer,
                volunteer,
                seat.time(),
                offer.isPresent() ? LineState.ASKED : LineState.PROPOSED,
                input.pinned().contains(new Pairing(seat.order(), volunteer)),
                ReasonFacts.of(suggestion, volunteer.equals(sheet(seat.order()).named())),
                suggestion.cost(),
                seat.nextBest(),
                seat.untilNextBest().isPresent() ? seat.untilNextBest().getAsLong() : null,
                offer.orElse(null),
                null,
                offer.isPresent() ? null : makesRoom(seat.order()),
                null,
                null);
    }

    private Optional<OfferId> offer(OrderId order, PersonId volunteer) {
        return now.getOrDefault(order, Standing.NOBODY).unanswered().stream()
                .filter(offer -> offer.volunteer().equals(volunteer))
                .map(Unanswered::offer)
                .findFirst();
    }

    /** Only where the seats would not do for both. */
    private @Nullable OfferId makesRoom(OrderId order) {
        var standing = now.getOrDefault(order, Standing.NOBODY);
        return proposed.getOrDefault(order, 0) < standing.toAskFor(sheet(order))
                ? null
                : waiting(order).poll();
    }

    private Deque<OfferId> waiting(OrderId order) {
        return dropped.computeIfAbsent(order, none -> new ArrayDeque<>());
    }

    private ServiceSheet sheet(OrderId order) {
        return Objects.requireNonNull(orders.get(order));
    }

    private String number(OrderId order) {
        return sheet(order).number();
    }

    private String skill(OrderId order) {
        return Objects.requireNonNull(input.skills().get(order));
    }
}
