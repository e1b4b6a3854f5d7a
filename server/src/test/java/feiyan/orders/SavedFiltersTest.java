package feiyan.orders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import feiyan.cast.AtOnce;
import feiyan.orders.OrdersWorld.Cast;
import feiyan.platform.Outcome;
import feiyan.platform.database.FeiyanTest;
import feiyan.units.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@FeiyanTest(properties = "feiyan.jobs=false")
@Import(OrdersWorld.class)
class SavedFiltersTest {

    @Autowired
    OrdersWorld world;

    @Autowired
    SavedFilters filters;

    @Autowired
    OrderSearchLinks links;

    @Autowired
    JdbcClient jdbc;

    private Cast cast;
    private OrderSearchCriteria criteria;

    @BeforeEach
    void aCounty() {
        cast = world.county();
        criteria = new OrderSearchCriteria(
                "王秀兰 5678",
                Pile.REVIEW,
                cast.haircut(),
                cast.station(),
                LocalDate.of(2026, 6, 1),
                LocalDate.of(2026, 6, 30),
                true,
                true);
    }

    @Test
    void whatWasKeptIsFoundAgainAsItWasAndByItsOwnerAlone() {
        var id = filters.save(cast.clerk(), " 本月超期 ", criteria, null).orThrow();
        assertThat(filters.of(cast.clerk())).containsExactly(new SavedFilter(id, "本月超期", null, true, criteria));
        assertThat(filters.find(cast.clerk(), id)).isPresent();
        for (var other : List.of(cast.dispatcher(), cast.sisterClerk(), cast.resident())) {
            assertThat(filters.of(other)).isEmpty();
            assertThat(filters.find(other, id)).isEmpty();
            assertThat(code(filters.remove(other, id))).isEqualTo("saved_filter.gone");
        }
        filters.remove(cast.clerk(), id).orThrow();
        assertThat(filters.of(cast.clerk())).isEmpty();
    }

    @Test
    void aSharedOneIsTheUnitsToUseAndTheOwnersToRemove() {
        var id = filters.save(cast.clerk(), "站上的", criteria, cast.station()).orThrow();
        var colleague =
                new Actor(cast.county(), cast.stranger().person(), cast.clerk().posts());
        assertThat(filters.of(colleague)).singleElement().matches(filter -> !filter.mine());
        assertThat(filters.of(cast.dispatcher()))
                .as("the institute has a desk of its own")
                .isEmpty();
        assertThat(filters.of(cast.sisterClerk())).isEmpty();
        assertThat(code(filters.remove(colleague, id))).isEqualTo("saved_filter.gone");
        assertThat(code(filters.save(cast.clerk(), "别处", criteria, cast.institute())))
                .isEqualTo("saved_filter.not_your_unit");
        assertThat(code(filters.save(cast.resident(), "别处", criteria, cast.station())))
                .isEqualTo("saved_filter.not_your_unit");
    }

    @Test
    void aNameIsNeededAndNotANovel() {
        assertThat(code(filters.save(cast.clerk(), "  ", criteria, null))).isEqualTo("saved_filter.name");
        assertThat(code(filters.save(cast.clerk(), "长".repeat(21), criteria, null)))
                .isEqualTo("saved_filter.name");
    }

    @Test
    void theirNumberIsBoundedAlsoWhenManyAreSavedAtOnce() {
        for (int i = 1; i < SavedFilters.MOST; i++) {
            filters.save(cast.clerk(), "第" + i, criteria, null).orThrow();
        }
        Supplier<Outcome<SavedFilter.Id>> save = () -> filters.save(cast.clerk(), "最后一个", criteria, null);
        var outcomes = AtOnce.all(Stream.generate(() -> save).limit(8).toList());
        assertThat(AtOnce.done(outcomes)).hasSize(1);
        assertThat(AtOnce.refusals(outcomes)).isSubsetOf("saved_filter.too_many", "try_again");
        assertThat(code(save.get())).isEqualTo("saved_filter.too_many");
        assertThat(filters.of(cast.clerk())).hasSize(SavedFilters.MOST);
    }

    @Test
    void whatSomebodyLooksForStandsNowhereInClear() {
        filters.save(cast.clerk(), "王秀兰家", criteria, null).orThrow();
        var clear = jdbc.sql("""
                        select count(*) from saved_filter
                        where county_id = :county and (position(:name in criteria) > 0 or position(:name in name) > 0)
                        """)
                .param("county", cast.county().value())
                .param("name", "王秀兰".getBytes(UTF_8))
                .query(Integer.class)
                .single();
        assertThat(clear).isZero();
        assertThat(criteria.toString()).doesNotContain("王秀兰");
    }

    @Test
    void aLinkToASearchOpensForItsMakerOnly() {
        var link = links.of(cast.clerk(), criteria);
        assertThat(link).matches("[-_A-Za-z0-9]+");
        assertThat(links.open(cast.clerk(), link)).contains(criteria);
        assertThat(links.open(cast.dispatcher(), link)).isEmpty();
        for (var strange : List.of("", "x", "!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", link + "A", "王")) {
            assertThat(links.open(cast.clerk(), strange)).isEmpty();
        }
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.code() : "done";
    }
}
