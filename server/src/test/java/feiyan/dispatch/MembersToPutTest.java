package feiyan.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.volunteers.Pauses;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A break keeps a leader's hand away as it keeps offers away. Each test has its own village. */
@FeiyanTest(properties = "feiyan.jobs=false")
class MembersToPutTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private Seats seats;

    @Autowired
    private Pauses pauses;

    private Village village;
    private Actor leader;
    private Actor resting;
    private OfferId offer;

    @BeforeEach
    void aTeamThatTookAnOrder() {
        village = Village.in(house);
        Instant wednesday = Village.wednesday(clock.instant());
        leader = village.volunteer("Sun");
        resting = village.volunteer("Zhao");
        var team = village.team(leader, leader, resting);
        var order = village.approved(village.project(1, 60), wednesday);
        offer = village.the(Offers.class)
                .make(
                        village.clerk,
                        order,
                        village.version(order),
                        village.slot(order, wednesday),
                        List.of(new Invitee.ToTeam(team)))
                .orThrow()
                .getFirst();
        village.the(Answers.class).accept(leader, offer).orThrow();
        pauses.pause(resting, null).orThrow();
    }

    @Test
    void whoTakesABreakIsNotPutOnUntilTheyAreBack() {
        assertThat(put(resting)).isEqualTo(Outcome.refused("seat.member_paused"));

        pauses.end(resting).orThrow();

        assertThat(put(resting)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void norAreTheySentInsteadOfSomebodyElse() {
        put(leader);
        var seat = village.the(MyService.class).roll(leader, offer).getFirst().seat();

        assertThat(village.the(Swaps.class).swap(leader, seat, resting.person()))
                .isEqualTo(Outcome.refused("seat.member_paused"));
    }

    @Test
    void leadersWhoTakeABreakMayStillGoThemselves() {
        pauses.pause(leader, null).orThrow();

        assertThat(put(leader)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void theLeaderSeesUntilWhenAndIsGivenNoTick() {
        var mine = village.the(MyService.class).offer(leader, offer).orElseThrow();

        var listed = village.the(Candidates.class)
                .members(leader, mine.order(), mine.proposed(), List.of(leader.person(), resting.person()));

        assertThat(listed)
                .filteredOn(one -> one.helper().id().equals(resting.person()))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.canBeAsked()).isFalse();
                    assertThat(one.pausedUntil())
                            .isEqualTo(
                                    pauses.of(village.county, resting.person()).orElseThrow());
                });
        assertThat(listed).filteredOn(PersonCandidate::canBeAsked).hasSize(1);
    }

    private Outcome<?> put(Actor member) {
        return seats.put(leader, offer, Set.of(member.person()));
    }
}
