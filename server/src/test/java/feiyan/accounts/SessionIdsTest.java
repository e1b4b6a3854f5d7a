package feiyan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionIdsTest {

    private final SessionIds ids = new SessionIds();

    @Test
    void anIdHasMoreThanTwoHundredBitsAndJustFillsItsColumn() {
        var made = IntStream.range(0, 1_000).mapToObj(i -> ids.generate()).toList();
        assertThat(made).doesNotHaveDuplicates().allMatch(id -> id.matches("[A-Za-z0-9_-]{36}"));
        var bitsSeen = new BitSet();
        var bitsMissed = new BitSet();
        for (var id : made) {
            var bits = BitSet.valueOf(Base64.getUrlDecoder().decode(id));
            bitsSeen.or(bits);
            var none = new BitSet();
            none.set(0, 216);
            none.andNot(bits);
            bitsMissed.or(none);
        }
        assertThat(bitsSeen.cardinality()).as("no bit is always off").isEqualTo(216);
        assertThat(bitsMissed.cardinality()).as("no bit is always on").isEqualTo(216);
    }
}
