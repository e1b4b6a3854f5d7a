package feiyan.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Seals anew, with the present key, whatever an older one has sealed; while everybody goes on working. What somebody
 * writes meanwhile is left as it is. Any number of instances may do it at once, and one that stops loses nothing: what
 * is left to do is what the rows themselves say.
 */
@Component
public class Resealing {

    private static final Logger LOG = LoggerFactory.getLogger(Resealing.class);
    /** Few, since a photo is a value too. */
    private static final int AT_ONCE = 20;

    private final ObjectProvider<SealedColumns> modules;
    private final SealedRows rows;
    private final FieldCipher cipher;
    private final KeyRing keys;
    private final Tenants tenants;

    Resealing(
            ObjectProvider<SealedColumns> modules, SealedRows rows, FieldCipher cipher, KeyRing keys, Tenants tenants) {
        this.modules = modules;
        this.rows = rows;
        this.cipher = cipher;
        this.keys = keys;
        this.tenants = tenants;
    }

    /**
     * How far it is with one column.
     *
     * @param left values that an older key has sealed
     */
    public record Progress(String column, long done, long left) {}

    /** All that is sealed anywhere in this installation. */
    public List<SealedColumn> columns() {
        return modules.orderedStream()
                .flatMap(module -> module.sealed().stream())
                .toList();
    }

    @Scheduled(fixedDelayString = "${feiyan.reseal.every:PT1M}", initialDelayString = "PT30S")
    void work() {
        if (keys.all().size() > 1) {
            resealAll();
        }
    }

    /** The number of values that were sealed anew. One column's trouble does not keep the others waiting. */
    public long resealAll() {
        long done = 0;
        for (var column : columns()) {
            for (var county : counties(column)) {
                done += resealed(column, county);
            }
        }
        return done;
    }

    private long resealed(SealedColumn column, @Nullable CountyId county) {
        try {
            return reseal(column, county);
        } catch (SealBroken | KeyMissing unreadable) {
            LOG.error("{} was not wholly sealed anew; it is tried again", column.name(), unreadable);
            return 0;
        }
    }

    private long reseal(SealedColumn column, @Nullable CountyId county) {
        long done = 0;
        var after = SealedRows.Place.START;
        while (true) {
            var found = rows.next(column, county, keys.current().id(), after, AT_ONCE);
            for (var sealed : found) {
                var anew = cipher.reseal(county, column.place(), sealed.place().row(), sealed.value());
                done += rows.replace(column, county, sealed, anew) ? 1 : 0;
                after = sealed.place();
            }
            if (found.size() < AT_ONCE) {
                return done;
            }
        }
    }

    /** Each column with how much of the county's part of it the present key has sealed. */
    public List<Progress> progress(CountyId county) {
        var current = keys.current().id();
        return ofCounty()
                .map(column -> {
                    var counts = rows.byKey(column, county);
                    var done = counts.getOrDefault(current, 0L);
                    var all =
                            counts.values().stream().mapToLong(Long::longValue).sum();
                    return new Progress(column.name(), done, all - done);
                })
                .toList();
    }

    private Stream<SealedColumn> ofCounty() {
        return columns().stream().filter(SealedColumn::ofCounty);
    }

    /** How many of the county's values carry each key. */
    Map<Integer, Long> byKey(CountyId county) {
        var sum = new TreeMap<Integer, Long>();
        ofCounty().forEach(column -> add(sum, column, county));
        return sum;
    }

    /** How many values carry each key, in the whole installation: only when none does can it go. */
    public Map<Integer, Long> byKey() {
        var sum = new TreeMap<Integer, Long>();
        columns().forEach(column -> counties(column).forEach(county -> add(sum, column, county)));
        return sum;
    }

    private void add(Map<Integer, Long> sum, SealedColumn column, @Nullable CountyId county) {
        rows.byKey(column, county).forEach((key, number) -> sum.merge(key, number, Long::sum));
    }

    /** One for each county; for what belongs to none, one that is none. */
    private List<@Nullable CountyId> counties(SealedColumn column) {
        var counties = new ArrayList<@Nullable CountyId>();
        if (column.ofCounty()) {
            counties.addAll(tenants.all());
        } else {
            counties.add(null);
        }
        return counties;
    }
}
