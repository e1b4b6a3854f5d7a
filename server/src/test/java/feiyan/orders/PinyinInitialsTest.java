package feiyan.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PinyinInitialsTest {

    @Test
    void aNameIsItsCharactersFirstLetters() {
        assertThat(PinyinInitials.of("王秀兰")).isEqualTo(List.of("w", "x", "l"));
        assertThat(PinyinInitials.of("吕娥a7")).isEqualTo(List.of("l", "e", "a", ""));
    }

    @Test
    void aCharacterReadInSeveralWaysIsFoundByEach() {
        assertThat(indexOf("单桂花", "sgh")).isZero();
        assertThat(indexOf("单桂花", "dgh")).isZero();
        assertThat(indexOf("重庆路", "cql")).isZero();
        assertThat(indexOf("重庆路", "zql")).isZero();
        assertThat(indexOf("曾庆红", "zqh")).isZero();
    }

    @Test
    void aSearchMayBeginInTheMiddleAndNotMissALetter() {
        assertThat(indexOf("王秀兰", "xl")).isEqualTo(1);
        assertThat(indexOf("王秀兰", "wl")).isEqualTo(-1);
        assertThat(indexOf("王秀兰", "wxlx")).isEqualTo(-1);
        assertThat(indexOf("", "wx")).isEqualTo(-1);
    }

    private static int indexOf(String name, String letters) {
        return PinyinInitials.indexIn(PinyinInitials.of(name), letters);
    }
}
