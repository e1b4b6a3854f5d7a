package feiyan.audit;

import feiyan.platform.CountyId;
import feiyan.platform.Tenants;
import feiyan.units.Counties;
import feiyan.units.County;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * {@code ./run --verify-audit}: looks through each county's chain, says what it found, and ends; 1 where one is broken.
 */
@Component
@ConditionalOnBooleanProperty("feiyan.verify-audit")
class VerifyAudit implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyAudit.class);

    private final Tenants tenants;
    private final AuditVerification verification;
    private final ApplicationContext house;
    private final Counties counties;
    private final MessageSource messages;

    VerifyAudit(
            Tenants tenants,
            AuditVerification verification,
            ApplicationContext house,
            Counties counties,
            MessageSource messages) {
        this.tenants = tenants;
        this.verification = verification;
        this.house = house;
        this.counties = counties;
        this.messages = messages;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var sound = report();
        System.exit(SpringApplication.exit(house, () -> sound ? 0 : 1));
    }

    /** In both languages, since nobody has chosen one at the console. */
    String line(CountyId county, Verdict verdict) {
        var name = counties.find(county).map(County::name).orElse("");
        return Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .map(language -> said(language, name + " (" + county.value() + ")", verdict))
                .collect(Collectors.joining("  |  "));
    }

    private String said(Locale language, String county, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Sound(var links, var seq, var code) ->
                messages.getMessage("audit.console.sound", new Object[] {county, links, seq, code}, language);
            case Verdict.Broken(var fault, var seq, var entry) -> {
                var what = messages.getMessage("audit.broken." + fault, null, language);
                yield messages.getMessage("audit.console.broken", new Object[] {county, seq, what}, language);
            }
        };
    }

    /** One line a county; false where a chain is broken. */
    @SuppressWarnings("SystemOut") // The console is the page of whoever asks.
    boolean report() {
        var sound = true;
        for (var county : tenants.all()) {
            var verdict = verification.verify(county);
            System.out.println(line(county, verdict));
            if (verdict instanceof Verdict.Broken) {
                LOG.error("The audit chain of county {} is broken: {}", county, verdict);
                sound = false;
            }
        }
        return sound;
    }
}
