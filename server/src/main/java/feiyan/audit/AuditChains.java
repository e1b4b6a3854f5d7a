package feiyan.audit;

import feiyan.platform.AuditAct;
import feiyan.platform.AuditKind;
import feiyan.platform.AuditLog;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The state of the county's chain, for its auditors, of whichever unit: it is one chain. */
@Component
public class AuditChains {

    private final JdbcClient db;
    private final ChainHeads heads;
    private final AuditDays days;
    private final AuditVerification verification;
    private final AuditLog audit;

    AuditChains(JdbcClient db, ChainHeads heads, AuditDays days, AuditVerification verification, AuditLog audit) {
        this.db = db;
        this.heads = heads;
        this.days = days;
        this.verification = verification;
        this.audit = audit;
    }

    /** @param waiting rows that are not chained yet */
    public record State(long links, long seq, String code, long waiting) {}

    public Outcome<State> state(Actor actor) {
        return AuditReach.of(actor).map(reach -> {
            var head = heads.find(actor.county()).map(ChainHeads.Found::head).orElse(ChainHead.START);
            return new State(head.seq() - head.baseSeq(), head.seq(), HeadCode.of(head.linkMac()), waiting(actor));
        });
    }

    private long waiting(Actor actor) {
        return db.sql("select count(*) from audit_waiting where county_id = :county")
                .param("county", actor.county().value())
                .query(Long.class)
                .single();
    }

    public Outcome<List<AuditDays.Day>> days(Actor actor) {
        return AuditReach.of(actor).map(reach -> days.all(actor.county()));
    }

    public Outcome<Verdict> verify(Actor actor) {
        return AuditReach.of(actor).map(reach -> {
            var verdict = verification.verify(actor.county());
            var result = verdict instanceof Verdict.Broken broken ? broken.fault().name() : "SOUND";
            audit.record(
                    actor.county(),
                    AuditAct.of(AuditKind.AUDIT_VERIFIED, actor.person().value()).with(result));
            return verdict;
        });
    }

    /** Whether what somebody has on paper is still so; empty where the chain has no such link. */
    public Outcome<Optional<Boolean>> compare(Actor actor, long seq, String code) {
        return AuditReach.of(actor).map(reach -> days.matches(actor.county(), seq, code));
    }
}
