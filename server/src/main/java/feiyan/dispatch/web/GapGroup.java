package feiyan.dispatch.web;

import feiyan.dispatch.Obstacle;
import feiyan.dispatch.plan.PlanGap;
import feiyan.orders.ServiceSheet;
import feiyan.units.UnitId;
import java.util.List;
import java.util.Map;

/**
 * Seats of one skill around one place that nobody is there for: what to train or recruit.
 *
 * @param area the institute, or what stands in for it
 * @param seats all of them, and {@code unfillable} those that nobody could fill whatever the plan
 * @param skilled of the nearest who have the skill, over all its orders the most; 0: nobody has it
 * @param against what stands against them, over its orders the most of each
 */
record GapGroup(
        String skill,
        UnitId area,
        String areaName,
        int seats,
        int unfillable,
        int skilled,
        Map<Obstacle, Integer> against,
        List<Line> lines) {

    record Line(PlanGap gap, ServiceSheet order, String project, String village) {}
}
