package feiyan.audit;

import java.util.HexFormat;

/** The end of a chain as people print and compare it: twenty signs of the last link's hash. */
public final class HeadCode {

    private static final int SIGNS = 20;
    private static final int TOGETHER = 5;

    private HeadCode() {}

    static String of(byte[] mac) {
        return grouped(HexFormat.of().formatHex(mac));
    }

    /** However it was typed from paper. */
    static String grouped(String typed) {
        var signs = typed.toLowerCase(java.util.Locale.ROOT).replaceAll("[^0-9a-f]", "");
        var code = new StringBuilder();
        for (int at = 0; at < Math.min(SIGNS, signs.length()); at++) {
            code.append(at > 0 && at % TOGETHER == 0 ? "-" : "").append(signs.charAt(at));
        }
        return code.toString();
    }
}
