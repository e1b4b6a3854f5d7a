package feiyan.audit;

import feiyan.accounts.Phone;
import feiyan.platform.AuditAct;
import feiyan.platform.AuditEntry;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The auditor's search: who saw what, who did what, in the own units. Each search is itself written down. */
@Component
public class AuditTrail {

    public static final int PAGE = 50;
    /** A file that long is opened by no table program without trouble; a narrower search gives the rest. */
    static final int LONGEST_EXPORT = 20_000;

    private static final UUID NOBODY = new UUID(0, 0);

    private final AuditRows rows;
    private final AuditNames names;
    private final AuditLookUps lookUps;
    private final AuditLog audit;

    AuditTrail(AuditRows rows, AuditNames names, AuditLookUps lookUps, AuditLog audit) {
        this.lookUps = lookUps;
        this.rows = rows;
        this.names = names;
        this.audit = audit;
    }

    /** @param next null where there is no more */
    public record Page(List<AuditLine> lines, @Nullable AuditPlace next) {}

    public Outcome<Page> search(Actor actor, AuditCriteria criteria, @Nullable AuditPlace before) {
        return AuditReach.of(actor).map(reach -> {
            var found = rows.find(actor.county(), reach, criteria, before, PAGE);
            noteDown(actor, AuditKind.AUDIT_SEARCHED, criteria);
            return new Page(
                    lines(actor.county(), found),
                    found.size() < PAGE ? null : found.getLast().place());
        });
    }

    /** At most {@value #LONGEST_EXPORT} rows, to take away. */
    public Outcome<List<AuditLine>> export(Actor actor, AuditCriteria criteria) {
        return AuditReach.of(actor).map(reach -> {
            var found = rows.find(actor.county(), reach, criteria, null, LONGEST_EXPORT);
            noteDown(actor, AuditKind.EXPORTED, criteria);
            return lines(actor.county(), found);
        });
    }

    private void noteDown(Actor actor, AuditKind kind, AuditCriteria criteria) {
        var act = AuditAct.of(kind, actor.person().value()).with(criteria.used());
        var looked = Optional.ofNullable(criteria.subject()).or(() -> Optional.ofNullable(criteria.about()));
        audit.record(
                actor.county(), looked.map(id -> act.to("audit_search", id)).orElse(act));
    }

    private List<AuditLine> lines(CountyId county, List<AuditRows.Row> found) {
        var called = names.of(county, mentioned(found));
        var places = names.units(
                county,
                found.stream()
                        .flatMap(row -> Stream.ofNullable(row.entry().unit()))
                        .toList());
        return found.stream().map(row -> line(row, called, places)).toList();
    }

    private static Set<UUID> mentioned(List<AuditRows.Row> found) {
        var ids = new HashSet<UUID>();
        for (var row : found) {
            Stream.of(
                            Optional.ofNullable(row.entry().actor()),
                            Optional.ofNullable(row.entry().subjectId()),
                            Optional.ofNullable(row.about()))
                    .flatMap(Optional::stream)
                    .forEach(ids::add);
        }
        return ids;
    }

    private static AuditLine line(AuditRows.Row row, Map<UUID, String> called, Map<UUID, String> places) {
        AuditEntry entry = row.entry();
        return new AuditLine(
                row.seq(),
                entry.at(),
                name(entry.actor(), called),
                entry.kind(),
                entry.subject(),
                name(entry.subjectId(), called),
                name(row.about(), called),
                entry.fields(),
                entry.reason(),
                entry.unit() == null ? null : places.get(entry.unit()));
    }

    private static @Nullable String name(@Nullable UUID id, Map<UUID, String> called) {
        return id == null ? null : called.getOrDefault(id, AuditNames.end(id));
    }

    /**
     * Who is meant by a name or a number; an auditor only. Of several of one name the first: others by their number.
     */
    public Outcome<Optional<UUID>> viewer(Actor actor, String typed) {
        return AuditReach.of(actor)
                .map(reach -> names.called(actor.county(), typed.strip()).stream()
                        .filter(person -> isTold(actor, reach, by(person)))
                        .findFirst());
    }

    /**
     * Whose data: somebody's by telephone or volunteer number, or an order's by its code. Nobody is found of whom no
     * row of the own units tells, so that nothing is learned here that the rows do not say.
     */
    public Outcome<AuditCriteria> whose(Actor actor, String typed) {
        var text = typed.strip();
        return AuditReach.of(actor)
                .then(reach -> of(actor, text)
                        .map(found -> found.filter(criteria -> isTold(actor, reach, criteria))
                                .orElseGet(() -> about(NOBODY))));
    }

    private Outcome<Optional<AuditCriteria>> of(Actor actor, String text) {
        if (Phone.parse(text) instanceof Outcome.Done<Phone>(var phone)) {
            return lookUps.person(actor, phone).map(found -> found.map(AuditTrail::about));
        }
        return Outcome.done(names.order(actor.county(), text)
                .map(order -> new AuditCriteria(null, null, order, null, null, null, null, null, null))
                .or(() ->
                        names.called(actor.county(), text).stream().findFirst().map(AuditTrail::about)));
    }

    private boolean isTold(Actor actor, UUID[] reach, AuditCriteria criteria) {
        return !rows.find(actor.county(), reach, criteria, null, 1).isEmpty();
    }

    private static AuditCriteria by(UUID person) {
        return new AuditCriteria(person, null, null, null, null, null, null, null, null);
    }

    private static AuditCriteria about(UUID person) {
        return new AuditCriteria(null, person, null, null, null, null, null, null, null);
    }

    /** How somebody who is searched for is called; for the line above the rows. */
    public Map<UUID, String> names(Actor actor, List<UUID> ids) {
        return AuditReach.of(actor) instanceof Outcome.Done<UUID[]> ? names.of(actor.county(), ids) : Map.of();
    }
}
