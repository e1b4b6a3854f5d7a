package feiyan.audit;

import feiyan.platform.Tenants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** {@code ./run --verify-audit}: looks through each county's chain, says what it found, and ends; 1 where one is broken. */
@Component
@ConditionalOnBooleanProperty("feiyan.verify-audit")
class VerifyAudit implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyAudit.class);

    private final Tenants tenants;
    private final AuditVerification verification;
    private final ApplicationContext house;

    VerifyAudit(Tenants tenants, AuditVerification verification, ApplicationContext house) {
        this.tenants = tenants;
        this.verification = verification;
        this.house = house;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var sound = report();
        System.exit(SpringApplication.exit(house, () -> sound ? 0 : 1));
    }

    /** One line a county; false where a chain is broken. */
    @SuppressWarnings("SystemOut") // The console is the page of whoever asks.
    boolean report() {
        var sound = true;
        for (var county : tenants.all()) {
            var verdict = verification.verify(county);
            System.out.println(county.value() + " " + verdict);
            if (verdict instanceof Verdict.Broken) {
                LOG.error("The audit chain of county {} is broken: {}", county, verdict);
                sound = false;
            }
        }
        return sound;
    }
}
