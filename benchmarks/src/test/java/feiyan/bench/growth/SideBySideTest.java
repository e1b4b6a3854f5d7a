package feiyan.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    private static final List<String> ALL = List.of("short", "longer", "long");

    @Test
    void eachStandsAsOftenAtEachPlace() {
        var places = new HashMap<String, Integer>();
        for (int round = 0; round < 2 * ALL.size(); round++) {
            var order = SideBySide.order(ALL, round);
            assertThat(order).containsExactlyInAnyOrderElementsOf(ALL);
            for (int place = 0; place < order.size(); place++) {
                places.merge(order.get(place) + " at " + place, 1, Integer::sum);
            }
        }
        assertThat(places)
                .hasSize(ALL.size() * ALL.size())
                .allSatisfy((who, times) -> assertThat(times).isEqualTo(2));
    }

    @Test
    void allAreLookedAtAlikeAndAtLeastAsOftenAsAsked() {
        var looks = new ArrayList<String>();
        SideBySide.take(ALL, 40, looks::add);
        assertThat(ALL)
                .allSatisfy(each ->
                        assertThat(looks.stream().filter(each::equals).count()).isEqualTo(48));
    }

    @Test
    void oneAloneHasAllTurns() {
        var looks = new ArrayList<String>();
        SideBySide.take(List.of("alone"), 3, looks::add);
        assertThat(looks).hasSize(8);
    }
}
