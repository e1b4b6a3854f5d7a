package feiyan.privacy;

import feiyan.accounts.PersonId;
import feiyan.accounts.StaffCorrection;
import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.SensitiveViews;
import feiyan.platform.Transactions;
import feiyan.privacy.CorrectionRequest.Answer;
import feiyan.units.Actor;
import feiyan.units.Homes;
import feiyan.units.Role;
import feiyan.units.Unit;
import feiyan.units.UnitId;
import feiyan.units.Units;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What only staff may put right: asked of the own station, done there after a proof was seen, or declined with why. */
@Service
public class CorrectionDesk {

    /** Anything else that is wrong; the station reads it and does what it can. */
    public static final String OTHER = "other";

    public static final int LONGEST = 200;

    private final CorrectionRequests rows;
    private final OwnCorrections corrections;
    private final List<StaffCorrection> modules;
    private final Homes homes;
    private final Units units;
    private final SensitiveViews views;
    private final AuditLog audit;
    private final Transactions transactions;
    private final InstantSource clock;

    CorrectionDesk(
            CorrectionRequests rows,
            OwnCorrections corrections,
            List<StaffCorrection> modules,
            Homes homes,
            Units units,
            SensitiveViews views,
            AuditLog audit,
            Transactions transactions,
            InstantSource clock) {
        this.views = views;
        this.audit = audit;
        this.rows = rows;
        this.corrections = corrections;
        this.modules = List.copyOf(modules);
        this.homes = homes;
        this.units = units;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What stands there now of what only staff may change, by field. */
    public Map<String, String> now(CountyId county, PersonId person) {
        var now = new LinkedHashMap<String, String>();
        modules.forEach(module -> now.putAll(module.now(county, person)));
        return now;
    }

    public List<CorrectionRequest> asked(Actor actor) {
        return rows.of(actor.county(), actor.person());
    }

    /** One wish for each field at a time: {@code correction.asked_already}. */
    public Outcome<CorrectionRequest.Id> ask(Actor actor, String field, String wish) {
        var words = wish.strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST) {
            return Outcome.refused("correction.words", LONGEST);
        }
        if (!field.equals(OTHER) && !now(actor.county(), actor.person()).containsKey(field)) {
            return Outcome.refused("correction.unknown_field");
        }
        return transactions.write(() -> Outcome.done(
                rows.insert(actor.county(), actor.person(), station(actor), field, words, clock.instant())));
    }

    private UnitId station(Actor actor) {
        return homes.of(actor.county(), actor.person())
                .or(() -> units.center(actor.county()))
                .map(Unit::id)
                .orElseThrow();
    }

    /** What waits for the desk of the actor; that it looked stands in the audit. */
    public List<CorrectionRequest> waiting(Actor actor) {
        return transactions
                .write(() -> {
                    var waiting = rows.waiting(actor.county(), desk(actor));
                    var people = waiting.stream()
                            .map(request -> request.person().value())
                            .distinct()
                            .toList();
                    views.record(actor.county(), actor.person().value(), "person", people, Set.of("correction"), null);
                    return Outcome.done(waiting);
                })
                .orThrow();
    }

    /** @param value what is to stand there from now on; the clerk's, as the proof says it */
    public Outcome<CorrectionRequest.Id> correct(Actor clerk, CorrectionRequest.Id id, String value, String reason) {
        return answered(
                clerk,
                id,
                Answer.DONE,
                reason,
                request -> request.field().equals(OTHER)
                        ? Outcome.done(request.person())
                        : set(clerk, request, value.strip()));
    }

    public Outcome<CorrectionRequest.Id> decline(Actor clerk, CorrectionRequest.Id id, String reason) {
        return answered(clerk, id, Answer.DECLINED, reason, request -> Outcome.done(request.person()));
    }

    private Outcome<PersonId> set(Actor clerk, CorrectionRequest request, String value) {
        var county = clerk.county();
        var person = request.person();
        return owner(county, person, request.field())
                .map(module -> {
                    var before =
                            Objects.requireNonNull(module.now(county, person).get(request.field()));
                    return module.correct(county, person, request.field(), value)
                            .map(done -> {
                                corrections.note(county, person, request.field(), before, clerk.person());
                                return done;
                            });
                })
                .orElseGet(() -> Outcome.refused("correction.unknown_field"));
    }

    private Optional<StaffCorrection> owner(CountyId county, PersonId person, String field) {
        return modules.stream()
                .filter(module -> module.now(county, person).containsKey(field))
                .findFirst();
    }

    private interface Doing {
        Outcome<PersonId> on(CorrectionRequest request);
    }

    /** Nobody answers their own wish. Whether it still waits comes first: of an answered one the page has no form. */
    private Outcome<CorrectionRequest.Id> answered(
            Actor clerk, CorrectionRequest.Id id, Answer answer, String reason, Doing doing) {
        return transactions.write(() -> rows.hold(clerk.county(), id, desk(clerk))
                .filter(request -> !request.person().equals(clerk.person()))
                .map(request -> usable(reason)
                        .then(words -> doing.on(request).map(done -> {
                            noteDown(clerk, request, answer);
                            rows.answer(clerk.county(), request, answer, words, clerk.person(), clock.instant());
                            return id;
                        })))
                .orElseGet(() -> Outcome.refused("correction.answered")));
    }

    private static Outcome<String> usable(String reason) {
        var words = reason.strip();
        return words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST
                ? Outcome.refused("correction.reason", LONGEST)
                : Outcome.done(words);
    }

    private void noteDown(Actor clerk, CorrectionRequest request, Answer answer) {
        if (answer == Answer.DONE) {
            var act = AuditAct.of(AuditKind.CORRECTED, clerk.person().value())
                    .to("person", request.person().value());
            audit.record(clerk.county(), act.with(request.field()));
        }
    }

    private static UUID[] desk(Actor actor) {
        return actor.unitsAs(Role.CLERK, Role.DISPATCHER, Role.ADMINISTRATOR);
    }
}
