package feiyan.volunteers;

import java.security.SecureRandom;

/**
 * Stands in for the ID number everywhere. Random, so that it tells nothing about its holder; the last digit is Luhn's
 * check, since it is read out over the telephone.
 */
final class VolunteerNumber {

    private static final SecureRandom RANDOM = new SecureRandom();

    private VolunteerNumber() {}

    static String next() {
        var digits = Long.toString(RANDOM.nextLong(10_000_000_000L, 100_000_000_000L));
        return digits + checkDigit(digits);
    }

    static boolean isValid(String number) {
        return number.matches("[0-9]{12}")
                && checkDigit(number.substring(0, 11)) == Character.digit(number.charAt(11), 10);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = Character.digit(digits.charAt(i), 10);
            int doubled = (digits.length() - i) % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return (10 - sum % 10) % 10;
    }
}
