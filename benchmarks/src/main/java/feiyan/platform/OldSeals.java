package feiyan.platform;

import feiyan.bench.county.House;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A key that was changed, and a few values of each column that the older one sealed still; it stands in this package to
 * be one of the house's.
 */
@NullMarked
public final class OldSeals {

    private static final int FEW = 3;

    private OldSeals() {}

    /** Before anything is sealed: then little is the older one's. */
    public static void renew(House house) {
        house.the(KeyRotation.class).renew().orThrow();
    }

    /** Whatever stands there as if nobody had come to it yet. */
    public static void leave(House house, CountyId county) {
        var ring = house.the(KeyRing.class);
        var older = new FieldCipher(new Before(ring));
        var rows = house.the(SealedRows.class);
        for (var column : house.the(Resealing.class).columns()) {
            var place = column.ofCounty() ? county : null;
            rows.next(column, place, ring.all().getLast().id(), SealedRows.Place.START, FEW)
                    .forEach(each -> rows.replace(column, place, each, again(older, column, place, each)));
        }
    }

    private static byte[] again(
            FieldCipher cipher, SealedColumn column, @Nullable CountyId county, SealedRows.Sealed value) {
        return cipher.reseal(county, column.place(), value.place().row(), value.value());
    }

    /** The ring, but that it seals with the older key still. */
    private record Before(KeyRing ring) implements KeyRing {

        @Override
        public SealingKey current() {
            return ring.all().getLast();
        }

        @Override
        public SealingKey key(int id) {
            return ring.key(id);
        }

        @Override
        public byte[] mac(byte[] message) {
            return ring.mac(message);
        }

        @Override
        public int macId() {
            return ring.macId();
        }

        @Override
        public List<SealingKey> all() {
            return ring.all();
        }

        @Override
        public SealingKey renew() {
            return ring.renew();
        }

        @Override
        public void retire(int id) {
            ring.retire(id);
        }

        @Override
        public String home() {
            return ring.home();
        }
    }
}
