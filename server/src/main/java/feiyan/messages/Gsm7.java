package feiyan.messages;

/**
 * The alphabet in which a text message has 160 signs (3GPP TS 23.038); with one sign outside it has 70. Signs of its
 * extension count twice.
 */
public final class Gsm7 {

    public static final int LONGEST = 160;
    /** Where a sign lies outside: UCS-2. */
    public static final int LONGEST_OTHERWISE = 70;

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "^{}\\[~]|€";

    private Gsm7() {}

    public static boolean writes(String text) {
        return text.chars().allMatch(sign -> BASIC.indexOf(sign) >= 0 || EXTENSION.indexOf(sign) >= 0);
    }

    /** How much of a message a text takes that it can write. */
    static int length(String text) {
        return text.length()
                + (int) text.chars()
                        .filter(sign -> EXTENSION.indexOf(sign) >= 0)
                        .count();
    }

    /** Whether it goes out as one text message. */
    public static boolean fits(String text) {
        return writes(text) ? length(text) <= LONGEST : text.length() <= LONGEST_OTHERWISE;
    }
}
