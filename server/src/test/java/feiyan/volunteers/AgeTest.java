package feiyan.volunteers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AgeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 7);

    @Test
    void registersOnTheFourteenthBirthdayAndNotTheDayBefore() {
        assertThat(Age.tooYoung(LocalDate.of(2012, 3, 7), TODAY)).isFalse();
        assertThat(Age.tooYoung(LocalDate.of(2012, 3, 8), TODAY)).isTrue();
    }

    @Test
    void needsAGuardianUntilTheEighteenthBirthday() {
        assertThat(Age.needsGuardian(LocalDate.of(2008, 3, 8), TODAY)).isTrue();
        assertThat(Age.needsGuardian(LocalDate.of(2008, 3, 7), TODAY)).isFalse();
    }

    @Test
    void withTheYearAloneEighteenIsCertainOnlyAfterThatYear() {
        assertThat(Age.maybeMinor(2008, TODAY)).isTrue();
        assertThat(Age.maybeMinor(2007, TODAY)).isFalse();
        assertThat(Age.maybeMinor(null, TODAY)).isTrue();
    }
}
