package feiyan.audit;

import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.KeyRotation;
import feiyan.platform.Outcome;
import feiyan.platform.Resealing;
import feiyan.units.Actor;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;

/** The keys, for the administrators of the center: making a new one harms nobody, and an old one goes when it is empty. */
@Component
public class KeyOffice {

    private final KeyRotation rotation;
    private final Resealing resealing;
    private final CenterOffice office;
    private final AuditLog audit;

    KeyOffice(KeyRotation rotation, Resealing resealing, CenterOffice office, AuditLog audit) {
        this.rotation = rotation;
        this.resealing = resealing;
        this.office = office;
        this.audit = audit;
    }

    /** @param columns how far each column is; only while a change is under way */
    public record State(List<KeyRotation.Key> keys, List<Resealing.Progress> columns) {

        public boolean changing() {
            return keys.size() > 1;
        }
    }

    public Outcome<State> state(Actor actor) {
        return office.of(actor).map(center -> {
            var keys = rotation.keys();
            return new State(keys, keys.size() > 1 ? resealing.progress() : List.of());
        });
    }

    public Outcome<Integer> renew(Actor actor) {
        return office.of(actor).then(center -> rotation.renew()).map(id -> noted(actor, AuditKind.KEY_MADE, id));
    }

    public Outcome<Integer> retire(Actor actor, String key) {
        return office.of(actor)
                .then(center -> key.matches("[0-9a-f]{8}")
                        ? rotation.retire(HexFormat.fromHexDigits(key))
                        : Outcome.refused("key.gone_already"))
                .map(id -> noted(actor, AuditKind.KEY_RETIRED, id));
    }

    private Integer noted(Actor actor, AuditKind kind, Integer id) {
        audit.record(
                actor.county(),
                AuditAct.of(kind, actor.person().value()).with("%08x".formatted(id)));
        return id;
    }
}
