package feiyan.demo;

import feiyan.orders.Channel;
import feiyan.orders.ComplaintId;
import feiyan.orders.Complaints;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Two of the village are not content with their station: one waits for the institute's answer, one has it. */
@Component
class DemoComplaints {

    private final Complaints complaints;
    private final Review review;
    private final Scene scene;

    DemoComplaints(Complaints complaints, Review review, Scene scene) {
        this.complaints = complaints;
        this.review = review;
        this.scene = scene;
    }

    void plan(World world, Instant now) {
        world.days().plan(now.minus(Duration.ofDays(3)), () -> {
            var life = refused(world, now);
            world.days().plan(now.minus(Duration.ofHours(22)), () -> complain(world, life, "complaint.open"));
        });
        world.days().plan(now.minus(Duration.ofDays(4)), () -> {
            var life = settled(world, now);
            world.days().plan(now.minus(Duration.ofDays(3)), () -> answered(world, now, life));
        });
    }

    private Life refused(World world, Instant now) {
        var life = scene.asks(world, 7, "BM08", Channel.PHONE_PAGE, Scene.day(now, 3));
        var reason = RefusalReason.NOT_VOLUNTEER_SERVICE;
        review.refuse(
                        Scene.clerk(world),
                        life.id(),
                        scene.look(life).version(),
                        reason,
                        world.words().say("refuse." + reason.code()))
                .orThrow();
        return life;
    }

    private Life settled(World world, Instant now) {
        var life = scene.asks(world, 8, "BM05", Channel.PHONE_PAGE, Scene.day(now, 1));
        review.resolve(
                        Scene.clerk(world),
                        life.id(),
                        scene.look(life).version(),
                        world.words().oneOf(world.luck(), "resolve"))
                .orThrow();
        return life;
    }

    private ComplaintId complain(World world, Life life, String words) {
        return complaints.open(life.eyes(), life.id(), world.words().say(words)).orThrow();
    }

    private void answered(World world, Instant now, Life life) {
        var complaint = complain(world, life, "complaint.answered");
        var institute = world.offices().at(world.land().story().institute());
        world.days()
                .plan(
                        now.minus(Duration.ofDays(1)),
                        () -> complaints
                                .answer(institute, complaint, 1, world.words().say("complaint.answer"))
                                .orThrow());
    }
}
