package feiyan.bench.pages;

import feiyan.bench.Unsound;
import feiyan.demo.Cast;
import java.util.Arrays;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pages that people open on a phone, of whom in the demo, and how they come there; in this order, since the later
 * ones show what has become of a need of that day.
 */
enum PhonePage {
    WELCOME(null, story -> "/", "href=\"/staff/sign-in\""),
    SIGN_IN(null, story -> "/sign-in", "action=\"/sign-in\""),
    SIGN_IN_CODE(null, Story::codeAskedFor, "action=\"/sign-in/code\""),
    HOME(Cast.RESIDENT, Story::told, "class=\"tile\" href=\"/messages\""),
    ORDERS(Cast.RESIDENT, story -> "/orders", "class=\"what\" href=\"/orders/{id}\""),
    ORDER(Cast.RESIDENT, PhonePage::withAPhoto, "src=\"/orders/{id}/media/{id}\""),
    MESSAGES(Cast.RESIDENT, story -> "/messages", "action=\"/messages/{id}/reading\""),
    FAMILY(Cast.CHILD, story -> "/family", "href=\"/family/{id}/orders/new\""),
    FAMILY_ORDERS(Cast.CHILD, story -> "/family/orders", "href=\"/orders/{id}\""),
    FAMILY_NEW_ORDER(
            Cast.CHILD,
            story -> story.as(Cast.CHILD).the("/family", "href=\"(/family/" + Story.ID + "/orders/new)\""),
            "action=\"/family/{id}/orders\""),
    COUNTER(Cast.SWALLOW, story -> "/counter", "action=\"/counter\""),
    DAY(Cast.VOLUNTEER, story -> "/my-day", "action=\"/seats/{id}/check-in\""),
    SERVICES(Cast.VOLUNTEER, story -> "/my-services", "class=\"what\" href=\"/orders/{id}\""),
    OPEN_SEATS(Cast.VOLUNTEER, story -> "/open-seats", "action=\"/open-seats/{id}/seat\""),
    CHECK_IN(Cast.VOLUNTEER, story -> "/check-in", "name=\"seat\" value=\"{id}\""),
    PROFILE(Cast.VOLUNTEER, story -> "/volunteer", "action=\"/volunteer/profile\""),

    NEW_ORDER(Cast.RESIDENT, story -> "/orders/new", "name=\"whom\" value=\"me\""),
    NEW_ORDER_WHAT(Cast.RESIDENT, Story::begun, "name=\"need\""),
    NEW_ORDER_WHICH(Cast.RESIDENT, Story::said, "name=\"project\" value=\"{id}\""),
    NEW_ORDER_WHERE(Cast.RESIDENT, Story::chosen, "name=\"recipient\""),
    NEW_ORDER_CHECK(Cast.RESIDENT, Story::filledIn, "action=\"/orders/new/{id}/sending\""),
    ORDER_SENT(Cast.RESIDENT, Story::sent, "action=\"/orders/{id}/cancellation\""),
    OFFERS(Cast.LEADER, Story::asked, "class=\"what\" href=\"/offers/{id}\""),
    OFFER(Cast.LEADER, Story::offerToTheTeam, "action=\"/offers/{id}/acceptance\""),
    OFFER_IN_PERSON(Cast.VOLUNTEER, Story::offerInPerson, "action=\"/offers/{id}/acceptance\""),
    DAY_ASKED(Cast.VOLUNTEER, story -> "/my-day", "action=\"/my-day/offers/{id}/acceptance\""),
    OFFER_TO_FILL(Cast.LEADER, Story::accepted, "name=\"member\" value=\"{id}\""),
    OFFER_FILLED(Cast.LEADER, Story::filled, "href=\"/seats/{id}/roll\""),
    ROLL(Cast.LEADER, Story::roll, "action=\"/seats/{id}/confirmation\""),
    STATION_ROLL(Cast.CLERK, Story::rollOfTheStation, "href=\"/seats/{id}/roll\""),
    ORDER_AT_THE_DOOR(Cast.RESIDENT, Story::order, "class=\"code\""),
    CHECK_IN_SCANNED(Cast.VOLUNTEER, Story::scanned, "name=\"seat\" value=\"{id}\""),
    ORDER_TO_RATE(Cast.RESIDENT, Story::served, "action=\"/orders/{id}/rating\""),
    SUMMARY(
            Cast.LEADER,
            story -> story.as(Cast.LEADER).the("/team-offers", "href=\"(/offers/" + Story.ID + "/summary)\""),
            "name=\"experience\"");

    private final @Nullable Cast who;
    // A step of the story, which holds nothing itself.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Story, String> way;

    private final String mark;
    private final Pattern there;

    /** @param mark what stands on this page where it shows what it is for; {id} is any */
    PhonePage(@Nullable Cast who, Function<Story, String> way, String mark) {
        this.who = who;
        this.way = way;
        this.mark = mark;
        this.there = Pattern.compile(
                Arrays.stream(mark.split("\\{id}", -1)).map(Pattern::quote).collect(Collectors.joining(Story.ID)));
    }

    private static String withAPhoto(Story story) {
        var resident = story.as(Cast.RESIDENT);
        var orders = resident.all("/orders", "class=\"what\" href=\"(/orders/" + Story.ID + ")\"");
        return orders.stream()
                .filter(order -> ORDER.isOn(resident.look(order)))
                .findFirst()
                .orElseThrow(() -> new Unsound("ORDER: none of hers has a photo"));
    }

    private boolean isOn(Screen screen) {
        return there.matcher(screen.html()).find();
    }

    /** Those for which a resident has to wait before her need is told, and so those with a bound. */
    boolean isBounded() {
        return who == Cast.RESIDENT;
    }

    Scout scout(Story story) {
        return who == null ? story.stranger() : story.as(who);
    }

    /** Where it is to be seen, once what it shows has been done. */
    String path(Story story) {
        return way.apply(story);
    }

    /** Or something else would be measured: the way in, a refusal, a page on which there is nothing. */
    void mustBe(Screen screen, String path) {
        if (!screen.path().equals(path) || !isOn(screen)) {
            throw new Unsound("%s is %s with %s, but what is there is %s, \"%s\""
                    .formatted(name(), path, mark, screen.path(), screen.title()));
        }
    }
}
