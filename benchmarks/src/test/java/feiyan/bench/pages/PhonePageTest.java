package feiyan.bench.pages;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feiyan.bench.Unsound;
import feiyan.bench.county.House;
import feiyan.bench.served.Morning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhonePageTest {

    private static final String AN_ID = "01a20958-d475-79a0-8eda-cb945c892b13";

    /** Without a browser: what Chromium is sent to is there, with what it is for, whenever this is run. */
    @Test
    void eachIsThereOnAMorningOfTheDemoAndShowsWhatItIsFor() {
        try (var house = House.spare("feiyan.demo=true", "feiyan.clock.ahead=" + Morning.ahead())) {
            var story = new Story(house.address());
            for (var page : PhonePage.values()) {
                var path = page.path(story);
                page.mustBe(page.scout(story).look(path), path);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, <form action=\"/offers/" + AN_ID + "/acceptance\">",
        "/offers/1, <form action=\"/offers/" + AN_ID + "/return\">",
        "/offers/1, <form action=\"/offers/any/acceptance\">"
    })
    void anotherPageThanTheOneMeantIsNotMeasured(String path, String html) {
        assertThatThrownBy(() -> PhonePage.OFFER.mustBe(new Screen(path, "<title>gone</title>" + html), "/offers/1"))
                .isInstanceOf(Unsound.class)
                .hasMessageContaining("OFFER")
                .hasMessageContaining("gone");
    }

    @Test
    void theOneMeantIs() {
        var offer = new Screen("/offers/1", "<form method=\"post\" action=\"/offers/" + AN_ID + "/acceptance\">");
        assertThatCode(() -> PhonePage.OFFER.mustBe(offer, "/offers/1")).doesNotThrowAnyException();
    }
}
