package feiyan.operations;

import static java.util.stream.Collectors.toUnmodifiableSet;

import feiyan.orders.Verb;
import feiyan.platform.DbTime;
import feiyan.platform.OutboxHandler;
import feiyan.platform.OutboxRow;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many steps orders take, by command, and how long people wait until somebody has accepted. Each step is told to
 * one server of the installation: the sum over all of them is right. A row that failed for somebody else counts again.
 */
@Component
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class OrderSteps implements OutboxHandler {

    private static final String PREFIX = "order.";

    private final JdbcClient db;
    private final MeterRegistry meters;
    private final Timer toAccept;

    OrderSteps(JdbcClient db, MeterRegistry meters) {
        this.db = db;
        this.meters = meters;
        this.toAccept = Timer.builder("feiyan.order.time.to.accept")
                .description("From the placing of an order, or its reopening, until all its seats were taken")
                .serviceLevelObjectives(
                        Duration.ofHours(1),
                        Duration.ofHours(4),
                        Duration.ofHours(12),
                        Duration.ofDays(1),
                        Duration.ofDays(2),
                        Duration.ofDays(4),
                        Duration.ofDays(7),
                        Duration.ofDays(14))
                .register(meters);
    }

    @Override
    public Set<String> kinds() {
        return Stream.of(Verb.values()).map(verb -> PREFIX + verb.code()).collect(toUnmodifiableSet());
    }

    @Override
    public void handle(OutboxRow row) {
        var command = row.kind().substring(PREFIX.length());
        Counter.builder("feiyan.order.steps")
                .description("Steps that orders took, by command")
                .tag("command", command)
                .register(meters)
                .increment();
        if (command.equals(Verb.CONFIRM.code())) {
            db.sql("""
                    select max(at) as since from order_step
                    where county_id = :county and order_id = :order and version < :version
                      and command in ('place', 'group', 'reopen')
                    """)
                    .param("county", row.county().value())
                    .param("order", row.subject())
                    .param("version", row.version())
                    .query(found -> {
                        var since = DbTime.readNullable(found, "since");
                        if (since != null) {
                            toAccept.record(Duration.between(since, row.at()));
                        }
                    });
        }
    }
}
