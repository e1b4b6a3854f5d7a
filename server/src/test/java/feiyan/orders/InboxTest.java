package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.Village;
import feiyan.platform.AppClock;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import feiyan.units.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@FeiyanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxTest {

    @Autowired
    private ApplicationContext house;

    @Autowired
    private AppClock clock;

    @Autowired
    private Inbox inbox;

    @Autowired
    private Review review;

    @Autowired
    private OrderClocks clocks;

    @Autowired
    private Orders orders;

    private Village village;
    private Instant wednesday;

    @BeforeAll
    void aVillage() {
        village = Village.in(house);
        wednesday = Village.wednesday(clock.instant());
    }

    /** The next test finds an empty desk. */
    @AfterEach
    void callOff() {
        for (var line = firstOpen(); line.isPresent(); line = firstOpen()) {
            orders.cancel(village.requester, line.get(), village.version(line.get()), null)
                    .orThrow();
        }
    }

    private Optional<OrderId> firstOpen() {
        return Stream.of(Pile.REVIEW, Pile.DISPATCH, Pile.PASSED_ON)
                .flatMap(pile -> inbox.pile(village.clerk, pile, null).stream())
                .map(OrderLine::id)
                .findFirst();
    }

    @Test
    void whatWasPassedOnStaysInSightOfWhoPassedItOn() {
        var center = village.staff("Center", village.center, Role.DISPATCHER);
        var order = village.approved(village.project(1, 60), wednesday);
        assertThat(inbox.pile(village.clerk, Pile.DISPATCH, null)).hasSize(1);
        review.escalate(village.clerk, order, village.version(order), village.center, null)
                .orThrow();

        assertThat(inbox.pile(village.clerk, Pile.DISPATCH, null)).isEmpty();
        assertThat(inbox.pile(village.clerk, Pile.PASSED_ON, null))
                .extracting(OrderLine::id)
                .containsExactly(order);
        assertThat(inbox.counts(village.clerk)).containsEntry(Pile.PASSED_ON, new Inbox.Count(1, 0));
        assertThat(inbox.counts(village.clerk)).containsEntry(Pile.REVIEW, new Inbox.Count(0, 0));
        assertThat(inbox.pile(center, Pile.REVIEW, null)).hasSize(1);
        assertThat(inbox.counts(center)).containsEntry(Pile.PASSED_ON, new Inbox.Count(0, 0));
    }

    @Test
    void whatTheClockEscalatedShowsAsPassedOnAndOverdueAboveAndBelow() {
        var order = village.approved(village.project(1, 60), wednesday.plus(Duration.ofDays(30)));
        var late = wednesday.plus(Duration.ofDays(7));
        clock.at(late, () -> clocks.tick(village.county));
        var muchLater = late.plus(Duration.ofDays(7));
        assertThat(clock.at(muchLater, () -> inbox.counts(village.clerk)))
                .containsEntry(Pile.PASSED_ON, new Inbox.Count(1, 1));
        assertThat(clock.at(muchLater, () -> inbox.pile(village.clerk, Pile.PASSED_ON, null))
                        .getFirst()
                        .id())
                .isEqualTo(order);
    }

    @Test
    void aPileIsReadPageByPageTheMostPressingFirst() {
        var project = village.project(1, 60);
        for (int i = 0; i < Inbox.PAGE + 1; i++) {
            village.approved(project, wednesday);
        }
        var first = inbox.pile(village.clerk, Pile.DISPATCH, null);
        assertThat(first)
                .hasSize(Inbox.PAGE)
                .isSortedAccordingTo(Comparator.comparing(line -> Objects.requireNonNull(line.due())));
        var last = first.getLast();
        assertThat(inbox.pile(village.clerk, Pile.DISPATCH, new Inbox.After(last.due(), last.id())))
                .hasSize(1)
                .doesNotContainAnyElementsOf(first);
    }

    @Test
    void aSisterUnitAndWhoIsNoStaffSeeNothing() {
        village.approved(village.project(1, 60), wednesday);
        var nobody = Actor.withoutPosts(village.county, village.person("Nobody"));
        assertThat(inbox.pile(nobody, Pile.DISPATCH, null)).isEmpty();
        assertThat(inbox.counts(nobody)).containsEntry(Pile.DISPATCH, new Inbox.Count(0, 0));
    }
}
