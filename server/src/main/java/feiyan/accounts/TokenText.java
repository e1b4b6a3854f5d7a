package feiyan.accounts;

import feiyan.platform.CountyId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How a token is written: {@code feiyan_<county>_<handle><secret><check>}. The beginning lets scanners find one that
 * was published by mistake, the county finds its shard, and the check tells a typing mistake without a look into the
 * database. The secret has 43 of 62 signs, which is 256 bits; with so many a plain hash is enough.
 */
record TokenText(CountyId county, String handle, String secret) {

    static final String BEGINNING = "feiyan_";

    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int HANDLE = 8;
    private static final int SECRET = 43;
    private static final int CHECK = 6;
    private static final int COUNTY_RADIX = 36;
    private static final Pattern SHAPE = Pattern.compile(BEGINNING + "([0-9a-z]{1,11})_([0-9A-Za-z]{" + HANDLE
            + "})([0-9A-Za-z]{" + SECRET + "})([0-9A-Za-z]{" + CHECK + "})");
    private static final SecureRandom RANDOM = new SecureRandom();

    static TokenText next(CountyId county) {
        return new TokenText(county, random(HANDLE), random(SECRET));
    }

    private static String random(int length) {
        var signs = new StringBuilder();
        for (int i = 0; i < length; i++) {
            signs.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return signs.toString();
    }

    /** Empty for what was never one of ours. */
    static Optional<TokenText> parse(String text) {
        var parts = SHAPE.matcher(text);
        if (!parts.matches() || !parts.group(4).equals(check(text.substring(0, text.length() - CHECK)))) {
            return Optional.empty();
        }
        try {
            var county = new CountyId(Long.parseLong(parts.group(1), COUNTY_RADIX));
            return Optional.of(new TokenText(county, parts.group(2), parts.group(3)));
        } catch (IllegalArgumentException noCounty) {
            return Optional.empty();
        }
    }

    String written() {
        var open = BEGINNING + Long.toString(county.value(), COUNTY_RADIX) + "_" + handle + secret;
        return open + check(open);
    }

    private static String check(String open) {
        var crc = new CRC32();
        crc.update(open.getBytes(StandardCharsets.US_ASCII));
        long left = crc.getValue();
        var signs = new StringBuilder();
        for (int i = 0; i < CHECK; i++) {
            signs.append(SIGNS.charAt((int) (left % SIGNS.length())));
            left /= SIGNS.length();
        }
        return signs.toString();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** In constant time, so that an answer's delay tells nothing about how much of a guess was right. */
    boolean isProvenBy(String hexOfHash) {
        return MessageDigest.isEqual(HexFormat.of().parseHex(hexOfHash), hash());
    }

    @Override
    public String toString() {
        return BEGINNING + "…" + handle;
    }
}
