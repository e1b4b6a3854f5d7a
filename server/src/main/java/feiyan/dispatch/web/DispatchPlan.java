package feiyan.dispatch.web;

import feiyan.dispatch.Obstacle;
import feiyan.dispatch.OfferState;
import feiyan.dispatch.plan.Board;
import feiyan.dispatch.plan.LineState;
import feiyan.dispatch.plan.Plan;
import feiyan.dispatch.plan.PlanGap;
import feiyan.dispatch.plan.PlanLine;
import feiyan.dispatch.plan.PlanPhase;
import feiyan.dispatch.plan.PlanState;
import feiyan.orders.Slot;
import feiyan.web.api.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan as a machine reads it: ids, codes, numbers and times. */
record DispatchPlan(
        UUID id,
        UUID unit,
        int version,
        PlanState state,
        PlanPhase phase,
        @Nullable PlanFigures made,
        int newSince,
        List<PlannedLine> lines,
        List<PlannedGap> gaps)
        implements Versioned {

    record PlanFigures(
            Instant at, int orders, int seats, int proposed, long cost, long bound, int tookMillis, String digest) {}

    record PlannedLine(
            int number,
            UUID order,
            @Nullable UUID volunteer,
            Slot time,
            LineState state,
            boolean pinned,
            int cost,
            @Nullable Integer metres,
            @Nullable UUID nextBest,
            @Nullable Long untilNextBest,
            @Nullable UUID offer,
            @Nullable OfferState answer,
            @Nullable String refusal) {}

    record PlannedGap(
            UUID order,
            int seats,
            int unfillable,
            @Nullable Slot time,
            String skill,
            int skilled,
            Map<Obstacle, Integer> against) {}

    static DispatchPlan of(Board board) {
        var plan = board.plan();
        return new DispatchPlan(
                plan.id().value(),
                plan.unit().value(),
                plan.version(),
                plan.state(),
                plan.phase(),
                made(plan),
                board.newSince(),
                board.lines().stream().map(DispatchPlan::line).toList(),
                board.gaps().stream().map(DispatchPlan::gap).toList());
    }

    private static @Nullable PlanFigures made(Plan plan) {
        var figures = plan.figures();
        return figures == null
                ? null
                : new PlanFigures(
                        figures.madeAt(),
                        figures.orders(),
                        figures.seats(),
                        figures.proposed(),
                        figures.cost(),
                        figures.bound(),
                        figures.tookMillis(),
                        figures.digest());
    }

    private static PlannedLine line(PlanLine line) {
        var volunteer = line.volunteer();
        var nextBest = line.nextBest();
        var offer = line.offer();
        var refusal = line.refusal();
        return new PlannedLine(
                line.number(),
                line.order().value(),
                volunteer == null ? null : volunteer.value(),
                line.time(),
                line.state(),
                line.pinned(),
                line.cost(),
                line.facts().metres(),
                nextBest == null ? null : nextBest.value(),
                line.untilNextBest(),
                offer == null ? null : offer.value(),
                line.answer(),
                refusal == null ? null : refusal.code());
    }

    private static PlannedGap gap(PlanGap gap) {
        return new PlannedGap(
                gap.order().value(),
                gap.seats(),
                gap.unfillable(),
                gap.time(),
                gap.skill(),
                gap.skilled(),
                gap.against());
    }
}
