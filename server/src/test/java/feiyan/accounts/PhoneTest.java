package feiyan.accounts;

import static feiyan.accounts.AccountsWorld.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13812345678",
                " 138 1234 5678 ",
                "138-1234-5678",
                "+86 13812345678",
                "+86-138-1234-5678",
                "008613812345678",
                "8613812345678",
                "１３８１２３４５６７８",
                "138\u00a01234\u30005678"
            })
    void aMobileIsTheSameHoweverItIsWritten(String typed) {
        assertThat(Phone.parseMobile(typed).orThrow()).isEqualTo(new Phone("13812345678"));
    }

    @ParameterizedTest
    @CsvSource({
        "0539-1234567,0539-1234567",
        "05391234567,0539-1234567",
        "(0539) 123 4567,0539-1234567",
        "+86 539 1234567,0539-1234567",
        "010-12345678,010-12345678",
        "021 12345678,021-12345678"
    })
    void aLandlineKeepsItsAreaCode(String typed, String known) {
        assertThat(Phone.parse(typed).orThrow()).isEqualTo(new Phone(known));
    }

    @Test
    void aLandlineReceivesNoTextMessage() {
        assertThat(refusalOf(Phone.parseMobile("0539-1234567"))).isEqualTo("phone.landline");
    }

    @ParameterizedTest
    @CsvSource({
        "'',phone.missing",
        "'  ',phone.missing",
        "1381234567,phone.too_short",
        "138123456789,phone.too_long",
        "12812345678,phone.unknown",
        "5550199,phone.unknown",
        "138o2345678,phone.not_digits",
        "+8,phone.not_digits"
    })
    void aRefusalSaysWhatIsWrong(String typed, String code) {
        assertThat(refusalOf(Phone.parse(typed))).isEqualTo(code);
    }

    @Test
    void printsMasked() {
        assertThat(new Phone("13812345678")).hasToString("138****5678");
        assertThat(new Phone("0539-1234567")).hasToString("0539-****567");
    }

    @Test
    void hasOneSpellingOnly() {
        assertThatThrownBy(() -> new Phone("05391234567")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Phone("138 1234 5678")).isInstanceOf(IllegalArgumentException.class);
    }
}
