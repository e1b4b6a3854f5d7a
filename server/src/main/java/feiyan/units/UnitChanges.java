package feiyan.units;

import feiyan.platform.CountyId;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outbox;
import feiyan.platform.Outcome;
import feiyan.platform.Refusal;
import feiyan.platform.Transactions;
import feiyan.units.UnitGuard.Hold;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an administrator does to the units of the own subtree. */
@Component
public class UnitChanges {

    private final Transactions transactions;
    private final UnitGuard guard;
    private final UnitRows rows;
    private final UnitTrees trees;
    private final ObjectProvider<UnitTie> ties;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final InstantSource clock;

    UnitChanges(
            Transactions transactions,
            UnitGuard guard,
            UnitRows rows,
            UnitTrees trees,
            ObjectProvider<UnitTie> ties,
            JdbcClient jdbc,
            Outbox outbox,
            InstantSource clock) {
        this.transactions = transactions;
        this.guard = guard;
        this.rows = rows;
        this.trees = trees;
        this.ties = ties;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Opens a unit directly below another; with or without an area of its own. */
    public Outcome<UnitId> open(Actor actor, UnitId above, NewUnit unit) {
        return transactions.write(() -> UnitRows.usable(unit.name())
                .then(name -> guard.administered(actor, above, Hold.OPEN))
                .then(parent -> parent.tier()
                        .below()
                        .map(tier -> opened(actor.county(), parent, tier, unit))
                        .orElseGet(() -> Outcome.refused("unit.no_tier_below"))));
    }

    private Outcome<UnitId> opened(CountyId county, Unit parent, Tier tier, NewUnit unit) {
        if (unit.areaCode() != null && !rows.knowsArea(county, unit.areaCode())) {
            return Outcome.refused("area.unknown");
        }
        var id = new UnitId(Ids.next());
        rows.add(county, id, tier, unit, parent.id(), clock.instant());
        return Outcome.done(id);
    }

    public Outcome<UnitId> rename(Actor actor, UnitId unit, String name) {
        return transactions.write(() -> UnitRows.usable(name)
                .then(usable -> guard.administered(actor, unit, Hold.OPEN)
                        .map(found -> set(actor.county(), unit, "name = :value", usable))));
    }

    /** The number that residents call; null takes it away. */
    public Outcome<UnitId> setPhone(Actor actor, UnitId unit, @Nullable String phone) {
        return transactions.write(() -> guard.administered(actor, unit, Hold.OPEN)
                .map(found -> set(actor.county(), unit, "phone = :value", phone)));
    }

    private UnitId set(CountyId county, UnitId unit, String assignment, @Nullable String value) {
        jdbc.sql("update unit set " + assignment + " where county_id = :county and id = :unit")
                .param("value", value)
                .param("county", county.value())
                .param("unit", unit.value())
                .update();
        trees.changed(county);
        return unit;
    }

    public Outcome<UnitId> move(Actor actor, UnitId unit, Position position) {
        return transactions.write(() -> guard.administered(actor, unit, Hold.OPEN)
                .map(found -> {
                    jdbc.sql("""
                            update unit set latitude = :latitude, longitude = :longitude
                            where county_id = :county and id = :unit""")
                            .param("latitude", position.latitude())
                            .param("longitude", position.longitude())
                            .param("county", actor.county().value())
                            .param("unit", unit.value())
                            .update();
                    trees.changed(actor.county());
                    outbox.tell(actor.county(), "unit.moved", unit.value(), 1, clock.instant());
                    return unit;
                }));
    }

    /** Closes a unit on which nothing hangs any more. */
    public Outcome<UnitId> close(Actor actor, UnitId unit) {
        return transactions.write(() -> guard.administered(actor, unit, Hold.ALONE)
                .then(found -> tie(actor.county(), found)
                        .<Outcome<UnitId>>map(Outcome::refused)
                        .orElseGet(() -> closed(actor.county(), unit))));
    }

    private Optional<Refusal> tie(CountyId county, Unit unit) {
        if (unit.tier() == Tier.CENTER) {
            return Optional.of(Refusal.of("unit.is_center"));
        }
        if (rows.hasChildren(county, unit.id())) {
            return Optional.of(Refusal.of("unit.has_units"));
        }
        if (rows.hasStaff(county, unit.id(), clock.instant())) {
            return Optional.of(Refusal.of("unit.has_staff"));
        }
        return ties.stream()
                .flatMap(tie -> tie.keepsOpen(county, unit.id()).stream())
                .findFirst();
    }

    private Outcome<UnitId> closed(CountyId county, UnitId unit) {
        jdbc.sql("update unit set closed_at = :now where county_id = :county and id = :unit")
                .param("now", DbTime.of(clock.instant()))
                .param("county", county.value())
                .param("unit", unit.value())
                .update();
        trees.changed(county);
        return Outcome.done(unit);
    }
}
