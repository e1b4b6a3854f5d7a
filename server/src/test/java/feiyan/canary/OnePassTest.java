package feiyan.canary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OnePassTest {

    private final OnePass pass = new OnePass(Marks.NOWHERE);

    @Test
    void meetsEachSpellingAtTheBeginningWithinAndAtTheEnd() {
        assertThat(Marks.NOWHERE)
                .allSatisfy(mark -> assertThat(mark.forms())
                        .allMatch(pass::meetsAny)
                        .allMatch(form -> pass.meetsAny("a page with " + form))
                        .allMatch(form -> pass.meetsAny(form + " on a page")));
    }

    @Test
    void meetsNothingWhereOneSignIsAnother() {
        assertThat(Marks.NOWHERE).allSatisfy(mark -> {
            var word = mark.word();
            assertThat(pass.meetsAny(word.substring(0, word.length() - 1) + "?"))
                    .isFalse();
            assertThat(pass.meetsAny("?" + word.substring(1))).isFalse();
        });
        assertThat(pass.meetsAny("")).isFalse();
        assertThat(pass.meetsAny("b")).isFalse();
    }
}
