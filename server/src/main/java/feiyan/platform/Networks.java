package feiyan.platform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Some networks by name of their addresses; none at all where nobody named any. */
public record Networks(List<AddressBlock> blocks) {

    public static final Networks NONE = new Networks(List.of());
    /** More than a county has offices; a longer list is a mistake, and each request reads it. */
    private static final int MOST = 100;

    public Networks {
        blocks = List.copyOf(blocks);
        if (blocks.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " networks");
        }
    }

    /** Reads {@code 10.20.0.0/16, 2001:db8::/32}; an empty text names none. */
    public static Networks parse(String text) {
        return text.isBlank()
                ? NONE
                : new Networks(Arrays.stream(text.split("[,，;；\\s]+", -1))
                        .filter(part -> !part.isEmpty())
                        .map(AddressBlock::parse)
                        .distinct()
                        .toList());
    }

    public String write() {
        return blocks.stream().map(AddressBlock::toString).collect(Collectors.joining(","));
    }

    public boolean isEmpty() {
        return blocks.isEmpty();
    }

    /** Whether one of them has the address; what is no address is in none. */
    public boolean contain(String address) {
        return AddressBlock.address(address)
                .filter(known -> blocks.stream().anyMatch(block -> block.contains(known)))
                .isPresent();
    }
}
