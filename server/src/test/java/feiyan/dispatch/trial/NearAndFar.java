package feiyan.dispatch.trial;

import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.Offers;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.platform.AppClock;
import feiyan.units.Actor;
import feiyan.units.CoarsePosition;
import feiyan.volunteers.Enrolment;
import feiyan.volunteers.Volunteers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContext;

/**
 * A village where one lives at the square and another nine hundred metres away. Two orders of one day a week or two
 * ago, at the square, were both given to the near one; as the benchmark weighs, the far one should have had one of
 * them.
 */
public final class NearAndFar {

    /** 889 metres north of the square. */
    private static final CoarsePosition UP_THE_ROAD =
            new CoarsePosition(Village.SQUARE.latitude() + 0.008, Village.SQUARE.longitude());

    private final AppClock clock;
    public final Village village;
    public final Actor near;
    public final Actor far;

    public NearAndFar(ApplicationContext house, boolean confidential) {
        clock = house.getBean(AppClock.class);
        village = Village.in(house);
        near = village.volunteer("Near Ning");
        far = upTheRoad("Far Fang");
        var project = confidential ? village.confidentialProject() : village.project(1, 60);
        var wednesday = Village.wednesday(clock.instant()).minus(Duration.ofDays(14));
        taken(project, wednesday);
        taken(project, wednesday.plus(Duration.ofHours(4)));
    }

    private Actor upTheRoad(String name) {
        var person = village.person(name);
        var at = village.enrolment(person, Village.ALWAYS, 600);
        village.the(Volunteers.class)
                .enrol(
                        village.clerk,
                        new Enrolment(
                                person,
                                at.unit(),
                                UP_THE_ROAD,
                                at.radiusMetres(),
                                at.weeklyLimitMinutes(),
                                at.freeHours(),
                                at.gender(),
                                at.partyMember(),
                                at.born(),
                                at.guardianConsents(),
                                at.insuredUntil(),
                                at.skills()))
                .orThrow();
        return Actor.withoutPosts(village.county, person);
    }

    private void taken(ProjectId project, Instant from) {
        clock.at(from.minus(Duration.ofDays(1)), () -> {
            OrderId order = village.approved(project, from);
            var offers = village.the(Offers.class)
                    .make(
                            village.clerk,
                            order,
                            village.version(order),
                            village.slot(order, from),
                            List.of(new Invitee.ToVolunteer(near.person())))
                    .orThrow();
            village.the(Answers.class).accept(near, offers.getFirst()).orThrow();
        });
    }
}
