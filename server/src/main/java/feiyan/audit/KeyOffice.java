package feiyan.audit;

import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.KeyRotation;
import feiyan.platform.Outcome;
import feiyan.platform.Resealing;
import feiyan.platform.Tenants;
import feiyan.units.Actor;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The keys, for the administrators of the center: making a new one harms nobody, and an old one goes when it is empty.
 * Each county sees how far its own data is; what is done to the keys, which are everybody's, is done by their keeper
 * and stands in every county's audit.
 */
@Component
public class KeyOffice {

    private final KeyRotation rotation;
    private final Resealing resealing;
    private final CenterOffice office;
    private final KeyKeepers keepers;
    private final Tenants tenants;
    private final AuditLog audit;

    KeyOffice(
            KeyRotation rotation,
            Resealing resealing,
            CenterOffice office,
            KeyKeepers keepers,
            Tenants tenants,
            AuditLog audit) {
        this.keepers = keepers;
        this.tenants = tenants;
        this.rotation = rotation;
        this.resealing = resealing;
        this.office = office;
        this.audit = audit;
    }

    /**
     * @param keeps whether the actor's county keeps the keys
     * @param columns how far each column is; only while a change is under way
     */
    public record State(boolean keeps, List<KeyRotation.Key> keys, List<Resealing.Progress> columns) {

        public boolean changing() {
            return keys.size() > 1;
        }
    }

    public Outcome<State> state(Actor actor) {
        return office.of(actor).map(center -> {
            var county = actor.county();
            var keys = rotation.keys(county);
            return new State(keepers.keeps(county), keys, keys.size() > 1 ? resealing.progress(county) : List.of());
        });
    }

    public Outcome<Integer> renew(Actor actor) {
        return keepers.of(actor).then(center -> rotation.renew()).map(id -> noted(actor, AuditKind.KEY_MADE, id));
    }

    public Outcome<Integer> retire(Actor actor, String key) {
        return keepers.of(actor)
                .then(center -> key.matches("[0-9a-f]{8}")
                        ? rotation.retire(HexFormat.fromHexDigits(key))
                        : Outcome.refused("key.gone_already"))
                .map(id -> noted(actor, AuditKind.KEY_RETIRED, id));
    }

    /** Elsewhere without a name: who keeps the keys is nobody whom another county knows. */
    private Integer noted(Actor actor, AuditKind kind, Integer id) {
        for (var county : tenants.all()) {
            var by = county.equals(actor.county()) ? actor.person().value() : null;
            audit.record(county, AuditAct.of(kind, by).with("%08x".formatted(id)));
        }
        return id;
    }
}
