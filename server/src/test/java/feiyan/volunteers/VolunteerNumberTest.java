package feiyan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class VolunteerNumberTest {

    @RepeatedTest(20)
    void oneWrongDigitIsNoticed() {
        var number = VolunteerNumber.next();
        assertThat(VolunteerNumber.isValid(number)).isTrue();
        for (int i = 0; i < number.length(); i++) {
            var wrong = new StringBuilder(number);
            wrong.setCharAt(i, (char) ('0' + (number.charAt(i) - '0' + 1) % 10));
            assertThat(VolunteerNumber.isValid(wrong.toString()))
                    .as(wrong.toString())
                    .isFalse();
        }
    }

    @Test
    void aKnownNumberOfLuhn() {
        assertThat(VolunteerNumber.isValid("000000000000")).isTrue();
        assertThat(VolunteerNumber.isValid("799273987130")).isFalse();
        assertThat(VolunteerNumber.isValid("079927398713")).isTrue();
    }
}
