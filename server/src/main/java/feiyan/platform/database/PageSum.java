package feiyan.platform.database;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The checksum that PostgreSQL writes into each page, as its {@code checksum_impl.h} has it: FNV-1a over 32 columns at
 * once, folded, and bound to the page's number, so that a page at the wrong place is noticed, too.
 */
final class PageSum {

    static final int PAGE = 8192;

    private static final int COLUMNS = 32;
    private static final int PRIME = 16_777_619;
    private static final int SUM_AT = 8;
    private static final int UPPER_AT = 14;

    private static final int[] FIRST = {
        0x5B1F36E9, 0xB8525960, 0x02AB50AA, 0x1DE66D2A, 0x79FF467A, 0x9BB9F8A3, 0x217E7CD2, 0x83E13D2C,
        0xF8D4474F, 0xE39EB970, 0x42C6AE16, 0x993216FA, 0x7B093B5D, 0x98DAFF3C, 0xF718902A, 0x0B1C9CDB,
        0xE58F764B, 0x187636BC, 0x5D7B3BB1, 0xE73DE7DE, 0x92BEC979, 0xCCA6C0B2, 0x304A0979, 0x85AA43D4,
        0x783125BB, 0x6CA8EAA2, 0xE407EAC6, 0x4B5CFC3E, 0x9FBF8C76, 0x15CA20BE, 0xF2CA9FD3, 0x959BD756
    };

    private PageSum() {}

    /** A page that was added and never written to has none. */
    static boolean isRight(byte[] bytes, int at, long number) {
        var page = ByteBuffer.wrap(bytes, at, PAGE).slice().order(ByteOrder.LITTLE_ENDIAN);
        return page.getShort(UPPER_AT) == 0 || Short.toUnsignedInt(page.getShort(SUM_AT)) == of(page, number);
    }

    /** Where in the WAL it was changed last. */
    static long lsn(byte[] bytes, int at) {
        var page = ByteBuffer.wrap(bytes, at, PAGE).slice().order(ByteOrder.LITTLE_ENDIAN);
        return ((long) page.getInt(0) << 32) | Integer.toUnsignedLong(page.getInt(4));
    }

    private static int of(ByteBuffer page, long number) {
        var sums = FIRST.clone();
        for (int row = 0; row < PAGE; row += COLUMNS * Integer.BYTES) {
            for (int column = 0; column < COLUMNS; column++) {
                int at = row + column * Integer.BYTES;
                // The sum itself counts as nothing.
                int value = at == SUM_AT ? page.getInt(at) & 0xFFFF0000 : page.getInt(at);
                sums[column] = mixed(sums[column], value);
            }
        }
        int folded = 0;
        for (var sum : sums) {
            folded ^= mixed(mixed(sum, 0), 0);
        }
        return Integer.remainderUnsigned(folded ^ (int) number, 65_535) + 1;
    }

    private static int mixed(int sum, int value) {
        int both = sum ^ value;
        return both * PRIME ^ (both >>> 17);
    }
}
