package feiyan.demo;

import java.time.Instant;
import org.springframework.stereotype.Component;

/** What stands in the village of the story when somebody comes to look at it, whatever the days before have brought. */
@Component
class DemoStory {

    private final DemoFamily family;
    private final DemoVisitToCome visit;
    private final DemoTeamDay team;
    private final DemoTogether together;
    private final DemoQueue queue;
    private final DemoCounter counter;
    private final DemoComplaints complaints;
    private final DemoHabits habits;

    DemoStory(
            DemoFamily family,
            DemoVisitToCome visit,
            DemoTeamDay team,
            DemoTogether together,
            DemoQueue queue,
            DemoCounter counter,
            DemoComplaints complaints,
            DemoHabits habits) {
        this.family = family;
        this.visit = visit;
        this.team = team;
        this.together = together;
        this.queue = queue;
        this.counter = counter;
        this.complaints = complaints;
        this.habits = habits;
    }

    /** @param now the last moment of the demo */
    void plan(World world, Instant now) {
        family.plan(world, now);
        visit.plan(world, now);
        team.plan(world, now);
        together.plan(world, now);
        queue.plan(world, now);
        counter.plan(world, now);
        complaints.plan(world, now);
        habits.plan(world, now);
    }
}
