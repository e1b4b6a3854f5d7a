package feiyan.operations;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import feiyan.platform.CountyId;
import feiyan.platform.Measure;
import feiyan.platform.Measure.Reading;
import feiyan.platform.Measured;
import feiyan.platform.Tenants;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the modules every few seconds what waits in each county, and keeps the answers for whoever comes to read them:
 * so the database is asked as often however many read, and no reader waits for a database that is gone. What could not
 * be read is not there to be read, and {@code feiyan.measures.taken} says since when.
 */
@Component
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class Measures {

    private static final String ALL = "all";

    private final List<Measured> modules;
    private final Tenants tenants;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final int mostCounties;
    private final Map<Measure, MultiGauge> gauges = new HashMap<>();
    private volatile Instant taken = Instant.EPOCH;

    /** @param mostCounties with more of them in one installation each is a part of the sum: a label has few values */
    Measures(
            List<Measured> modules,
            Tenants tenants,
            InstantSource clock,
            MeterRegistry meters,
            @Value("${feiyan.measures.counties:200}") int mostCounties) {
        this.modules = modules;
        this.tenants = tenants;
        this.clock = clock;
        this.meters = meters;
        this.mostCounties = mostCounties;
        Gauge.builder("feiyan.measures.taken", () -> taken.getEpochSecond())
                .description("When what waits was last counted, in seconds since 1970")
                .baseUnit("seconds")
                .register(meters);
    }

    private record Place(Measure of, String county, String at) {}

    @Scheduled(fixedDelayString = "${feiyan.measures.every:15s}")
    void take() {
        try {
            publish(read());
            taken = clock.instant();
        } catch (RuntimeException unread) {
            publish(Map.of());
            throw unread;
        }
    }

    private Map<Place, Reading> read() {
        var counties = tenants.all();
        var eachForItself = counties.size() <= mostCounties;
        return counties.stream()
                .flatMap(county -> read(county, eachForItself ? Long.toString(county.value()) : ALL))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, Reading::and));
    }

    private Stream<Map.Entry<Place, Reading>> read(CountyId county, String shown) {
        return modules.stream()
                .flatMap(module -> module.measure(county, clock.instant()).stream())
                .map(reading -> Map.entry(new Place(reading.of(), shown, reading.at()), reading));
    }

    private void publish(Map<Place, Reading> readings) {
        var byMeasure = readings.keySet().stream().collect(groupingBy(Place::of));
        byMeasure.keySet().forEach(measure -> gauges.computeIfAbsent(measure, this::gauge));
        gauges.forEach((measure, gauge) -> {
            var rows = new ArrayList<MultiGauge.Row<?>>();
            byMeasure.getOrDefault(measure, List.of()).forEach(place -> rows.add(row(place, readings)));
            gauge.register(rows, true);
        });
    }

    private static MultiGauge.Row<?> row(Place place, Map<Place, Reading> readings) {
        var label = place.of().label();
        var tags = Tags.of("county", place.county());
        var value = readings.getOrDefault(place, place.of().is(0)).value();
        return MultiGauge.Row.of(label == null ? tags : tags.and(label, place.at()), value);
    }

    private MultiGauge gauge(Measure measure) {
        var gauge = MultiGauge.builder(measure.name()).description(measure.meaning());
        return (measure.unit() == Measure.Unit.SECONDS ? gauge.baseUnit("seconds") : gauge).register(meters);
    }
}
