package feiyan.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.dispatch.OpenSeat;
import feiyan.dispatch.OpenSeatPlace;
import feiyan.menu.Project;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderId;
import feiyan.orders.Slot;
import feiyan.platform.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenSeatListTest {

    private static final Instant TEN = Instant.parse("2026-11-25T02:00:00Z");
    private static final ProjectId HAIR = new ProjectId(Ids.next());
    private static final ProjectId OPERA = new ProjectId(Ids.next());

    private static OpenSeat seat(int number, ProjectId kind) {
        var project = new Project(kind, "BM", "BM", "Service", "x", 60, 1, false, null, false, false, false);
        var from = TEN.plus(Duration.ofDays(number / 10)).plus(Duration.ofMinutes(number));
        var time = new Slot(from, from.plusSeconds(3600));
        var order = new OrderId(Ids.next());
        return new OpenSeat(order, project, "Lijia", false, false, time, 500 * (number % 10), 1, 1);
    }

    private static final List<OpenSeat> ALL = IntStream.range(0, 45)
            .mapToObj(number -> seat(number, number % 2 == 0 ? HAIR : OPERA))
            .toList();

    private static OpenSeatList list(@Nullable OpenSeatPlace after) {
        return new OpenSeatList(ALL, null, null, after);
    }

    @Test
    void theWholeListComesPartByPartEachOnceThoughTheFirstsAreTakenMeanwhile() {
        var seen = new ArrayList<OpenSeat>();
        @Nullable OpenSeatPlace after = null;
        do {
            var left = ALL.subList(seen.isEmpty() ? 0 : 5, ALL.size());
            var part = new OpenSeatList(left, null, null, after);
            part.byDay(20).forEach(day -> seen.addAll(day.seats()));
            after = part.next(20);
        } while (after != null);
        assertThat(seen).containsExactlyElementsOf(ALL);
    }

    @Test
    void aDayAndAKindAreChosenTogether() {
        var second = new OpenSeatList(ALL, LocalDate.of(2026, 11, 26), OPERA, null);
        assertThat(second.chosen())
                .hasSize(5)
                .allMatch(seat -> seat.project().id().equals(OPERA));
        assertThat(second.days()).hasSize(5).first().isEqualTo(LocalDate.of(2026, 11, 25));
        assertThat(second.kinds()).containsOnlyKeys(HAIR, OPERA);
    }

    @Test
    void aPlaceIsReadAsItWasWrittenAndNonsenseIsTheBeginning() {
        var place = ALL.get(7).place();
        assertThat(OpenSeatKey.read(OpenSeatKey.write(place))).contains(place);
        assertThat(OpenSeatKey.read("2026-13-45_x_y_z")).isEmpty();
        assertThat(OpenSeatKey.read("")).isEmpty();
        assertThat(list(place).chosen()).hasSize(37);
    }
}
