package feiyan.bench.pages;

import feiyan.bench.Unsound;
import feiyan.demo.Cast;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the demo tells on its page "Enter as…", played by its people on their pages, so that each page has on it what it
 * is for: a resident wants her hair cut today. Each method goes one step further, in this order, and says which page
 * shows it.
 */
final class Story {

    static final String ID = "[0-9a-f-]{36}";

    private static final String NEED = "头发长得扎脖子，来家里给理个发";
    private static final String HAIRCUT = "理发进家门";
    private static final String TEAM = "十里村志愿服务队";
    /** As the demo calls her; nobody else in its county has this name. */
    private static final String VOLUNTEER = "周小燕";

    private static final String TO_TICK = "name=\"first\" value=\"(" + ID + ")\"";
    /** From eleven, which the page proposes at nine, to the evening. */
    private static final int HOURS = 8;

    private static final String RESIDENTS_NUMBER = "19900000001";

    private final String address;
    private final Scout stranger;
    private final Map<Cast, Scout> cast = new EnumMap<>(Cast.class);

    private String sheet = "";
    private String order = "";
    private String offer = "";
    private String seat = "";

    Story(String address) {
        this.address = address;
        this.stranger = new Scout(address);
    }

    /** Who has not signed in. */
    Scout stranger() {
        return stranger;
    }

    Scout as(Cast who) {
        return cast.computeIfAbsent(who, part -> {
            var scout = new Scout(address);
            scout.enter(part.code());
            return scout;
        });
    }

    /** By the resident on a new phone, on which she is nobody yet. */
    String codeAskedFor() {
        return stranger.press("/sign-in", "/sign-in", "phone", RESIDENTS_NUMBER);
    }

    /** What happened while the demo was made is told by and by, to the resident, too: then her home says so. */
    String told() {
        as(Cast.RESIDENT).waitFor("/", "class=\"tile\" href=\"(/messages)\"");
        return "/";
    }

    /** For herself; where she has begun one and not sent it, this one is instead. */
    String begun() {
        sheet = as(Cast.RESIDENT).press("/orders/new", "/orders/new", "whom", "me");
        return sheet;
    }

    /** Words that may mean one thing or another on the menu. */
    String said() {
        sheet = as(Cast.RESIDENT).press(sheet, sheet, "need", NEED);
        return sheet;
    }

    String chosen() {
        var resident = as(Cast.RESIDENT);
        var project = resident.the(sheet, "name=\"project\" value=\"(" + ID + ")\">" + HAIRCUT);
        sheet = resident.press(sheet, sheet, "project", project);
        return sheet;
    }

    /** Today: the first single day that can be chosen. Who and where the page knows already. */
    String filledIn() {
        var resident = as(Cast.RESIDENT);
        var today = resident.the(sheet, "<option value=\"(\\d{4}-\\d\\d-\\d\\d)\"");
        sheet = resident.press(sheet, sheet, "day", today);
        return sheet;
    }

    String sent() {
        order = as(Cast.RESIDENT).press(sheet, sheet.replaceFirst("check$", "sending"));
        return order;
    }

    /** The village's clerk takes it on, and asks its team and one of its volunteers, who has it that says yes first. */
    String asked() {
        var clerk = as(Cast.CLERK);
        clerk.press(order, order + "/approval");
        var people = whomToAsk(clerk);
        var team = clerk.the(people, "name=\"team\" value=\"(" + ID + ")\"[^>]*><span>" + TEAM);
        var volunteer = clerk.the(people, TO_TICK);
        clerk.press(people, order + "/offers", "team", team, "first", volunteer, "how", "AT_ONCE");
        return "/team-offers";
    }

    /** For the first hour at which the volunteer can go: in a demo that was played before she has been out today. */
    private String whomToAsk(Scout clerk) {
        var page = order + "/offers/new?name=" + URLEncoder.encode(VOLUNTEER, StandardCharsets.UTF_8);
        var first = LocalDateTime.parse(clerk.the(page, "name=\"from\" value=\"([^\"]+)\""));
        return IntStream.range(0, HOURS)
                .mapToObj(hour -> page + "&from=" + first.plusHours(hour))
                .filter(at -> !clerk.all(at, TO_TICK).isEmpty())
                .findFirst()
                .orElseThrow(() -> new Unsound(VOLUNTEER + " cannot be asked today: " + page));
    }

    String offerToTheTeam() {
        offer = as(Cast.LEADER).the("/team-offers", "href=\"(/offers/" + ID + ")\"");
        return offer;
    }

    String offerInPerson() {
        return as(Cast.VOLUNTEER).the("/my-day", "href=\"(/offers/" + ID + ")#why\"");
    }

    /** By the leader, for the team: who goes is still to be said. */
    String accepted() {
        return as(Cast.LEADER).press(offer, offer + "/acceptance");
    }

    String filled() {
        var leader = as(Cast.LEADER);
        var member = leader.the(offer, "name=\"member\" value=\"(" + ID + ")\"[^>]*><span>" + VOLUNTEER);
        leader.press(offer, offer + "/seats", "member", member);
        seat = leader.the(offer, "href=\"(/seats/" + ID + ")/roll\"");
        return offer;
    }

    String roll() {
        return seat + "/roll";
    }

    String rollOfTheStation() {
        return order + "/roll";
    }

    String order() {
        return order;
    }

    /** Where the volunteer's camera leads, held before the resident's page. */
    String scanned() {
        var code = as(Cast.RESIDENT).the(order, "class=\"code\"[^>]*aria-label=\"([0-9 ]+)\"");
        return "/check-in?code=" + code.replace(" ", "");
    }

    /** There and gone again; the demo lets people in early. */
    String served() {
        var volunteer = as(Cast.VOLUNTEER);
        volunteer.press(scanned(), "/check-in", "seat", seat.substring("/seats/".length()));
        volunteer.press("/my-day", seat + "/check-out");
        return order;
    }
}
