package feiyan.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** A network as people write it: {@code 10.20.0.0/16}, {@code 2001:db8::/32}; an address alone is a network of one. */
public record AddressBlock(InetAddress first, int bits) {

    /** What lies beyond the prefix is taken as zero, so that one network has one spelling. */
    public AddressBlock {
        if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("not a prefix of " + first.getHostAddress() + ": " + bits);
        }
        first = cut(first, bits);
    }

    public static AddressBlock parse(String text) {
        var parts = text.strip().split("/", -1);
        var address = address(parts[0]).orElseThrow(() -> new IllegalArgumentException("not an address: " + text));
        int whole = address.getAddress().length * Byte.SIZE;
        if (parts.length > 2 || (parts.length == 2 && !parts[1].matches("\\d{1,3}"))) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        return new AddressBlock(address, parts.length == 1 ? whole : Integer.parseInt(parts[1]));
    }

    /** Nothing is looked up: a name is no address, nor is half of one. An IPv4 address within IPv6 is that IPv4 address. */
    public static Optional<InetAddress> address(String text) {
        var isFour = text.chars().filter(sign -> sign == '.').count() == 3;
        if (!isFour && text.indexOf(':') < 0) {
            return Optional.empty();
        }
        var unscoped = text.indexOf('%') < 0 ? text : text.substring(0, text.indexOf('%'));
        try {
            return Optional.of(InetAddress.ofLiteral(unscoped));
        } catch (IllegalArgumentException name) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        return address.getAddress().length == first.getAddress().length
                && cut(address, bits).equals(first);
    }

    private static InetAddress cut(InetAddress address, int bits) {
        var bytes = address.getAddress();
        for (int i = 0; i < bytes.length; i++) {
            int kept = Math.clamp(bits - (long) i * Byte.SIZE, 0, Byte.SIZE);
            bytes[i] &= (byte) (0xff << (Byte.SIZE - kept));
        }
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}
