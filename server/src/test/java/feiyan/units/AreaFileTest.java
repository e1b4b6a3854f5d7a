package feiyan.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaFileTest {

    private static final String COUNTY = "371322000000,郯城县,county,\n";
    private static final String HEADER = "code,name,level,parent_code\n";
    private static final String GOOD = HEADER + COUNTY + "371322101000,马头镇,township,371322000000\n";

    private static AreaImport judged(String text) {
        return judged(text.getBytes(StandardCharsets.UTF_8));
    }

    private static AreaImport judged(byte[] bytes) {
        return AreaTree.judge(AreaFile.of(bytes), List.of());
    }

    @Test
    void readsWhatItShould() {
        var file = judged(GOOD);
        assertThat(file.mistakes()).isEmpty();
        assertThat(file.areas()).contains(new Area("371322101000", "马头镇", Area.Level.TOWNSHIP, "371322000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030", "UTF-16"})
    void readsTheFilesOfEveryProgram(String charset) {
        assertThat(judged(GOOD.getBytes(Charset.forName(charset))).areas())
                .extracting(Area::name)
                .containsExactly("郯城县", "马头镇");
    }

    @Test
    void doesNotMindAMarkAtTheBeginningNorTabsNorWindowsLines() {
        assertThat(judged("\uFEFF" + GOOD).mistakes()).isEmpty();
        assertThat(judged(GOOD.replace(',', '\t')).mistakes()).isEmpty();
        assertThat(judged(GOOD.replace("\n", "\r\n")).mistakes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            37132210100,马头镇,township,371322000000     | code
            371322101000,马头镇,town,371322000000        | level
            371322101000,,township,371322000000          | name
            371322101000,马头镇,township                 | columns
            371322101000,马头镇,township,                | parent_empty
            371322101000,马头镇,township,371300000000    | parent_missing
            371322101001,一村,village,371322000000       | parent_level
            371322000000,郯城县,county,                  | duplicate
            371323000000,沂水县,county,                  | second_county
            """)
    void saysOnWhichLineWhatIsWrong(String line, String mistake) {
        var mistakes = judged(HEADER + COUNTY + line + "\n").mistakes();
        assertThat(mistakes).extracting(AreaMistake::code).contains(mistake);
        assertThat(mistakes)
                .filteredOn(found -> found.code().equals(mistake))
                .extracting(AreaMistake::line)
                .contains(3L);
    }

    @Test
    void aNaturalVillageIsNumberedBelowItsVillage() {
        var village = GOOD + "371322101001,一村,village,371322101000\n";
        assertThat(judged(village + "371322101001-01,小庄,natural,371322101001\n").mistakes())
                .isEmpty();
        assertThat(judged(village + "371322101009-01,小庄,natural,371322101001\n").mistakes())
                .extracting(AreaMistake::code)
                .containsExactly("natural_code");
    }

    @Test
    void whatIsNoSuchFileIsToldAtOnce() {
        assertThat(codes("")).containsExactly("header");
        assertThat(codes("name,code\n")).containsExactly("header");
        assertThat(codes(HEADER)).containsExactly("empty");
        assertThat(codes(HEADER + "\"371322")).hasSize(1);
        assertThat(judged(new byte[] {0, 1, 2, 3}).mistakes())
                .extracting(AreaMistake::code)
                .containsExactly("not_text");
        assertThat(judged(new byte[AreaFile.MOST_BYTES + 1]).mistakes())
                .extracting(AreaMistake::code)
                .containsExactly("too_large");
    }

    private static List<String> codes(String text) {
        return judged(text).mistakes().stream().map(AreaMistake::code).toList();
    }
}
