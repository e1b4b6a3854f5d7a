package feiyan.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.bench.Unsound;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final String PAGE = """
            <form action="/sign-out" method="post"><input type="hidden" name="all" value="true"></form>
            <form class="stack" action="/orders/1/where" method="post"><input type="hidden" name="_csrf" value="k"/>
              <input type="hidden" name="seen" value="3">
              <select id="day" name="day"><option value="first">one</option><option value="second">two</option></select>
              <select name="station"><option value="">choose</option>
                <optgroup><option value="a">A</option><option value="b" selected="selected">B</option></optgroup></select>
              <input type="radio" name="part" value="MORNING"><input type="radio" name="part" value="ANY" checked="checked">
              <input type="checkbox" name="urgent" value="true">
              <input id="recipient" name="recipient" value="Wang &amp; Li"
                     type="text" data-name="no">
              <button name="step" value="on">on</button>
            </form>""";

    @Test
    void allIsSentThatABrowserSendsOfItAndNothingElse() {
        assertThat(Form.on(PAGE, "/orders/1/where").filled())
                .containsExactly("seen", "3", "day", "first", "station", "b", "part", "ANY", "recipient", "Wang & Li");
    }

    @Test
    void whatIsTypedStandsInPlaceOfWhatStoodThere() {
        assertThat(Form.on(PAGE, "/orders/1/where").filled("day", "second", "urgent", "true"))
                .containsExactly(
                        "seen",
                        "3",
                        "day",
                        "second",
                        "station",
                        "b",
                        "part",
                        "ANY",
                        "recipient",
                        "Wang & Li",
                        "urgent",
                        "true");
    }

    @Test
    void aFormThatIsNotThereCannotBeFilledIn() {
        assertThatThrownBy(() -> Form.on(PAGE, "/orders/1"))
                .isInstanceOf(Unsound.class)
                .hasMessageContaining("/orders/1");
    }
}
