package feiyan.bench.loop;

import feiyan.calendar.WorkingTime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Over the pages, as people do it: each opens the page, sends its form, and looks at what came of it. */
final class PageLane implements Lane {

    private final IntFunction<Cast> casts;

    PageLane(IntFunction<Cast> casts) {
        this.casts = casts;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Client client(int number) {
        return new People(casts.apply(number), number);
    }

    private static final class People implements Client {

        private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
        private static final Pattern LEAF = Pattern.compile("name=\"leaf\" value=\"([^\"]+)\"");
        private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
        private static final Pattern OFFER = Pattern.compile("href=\"/offers/([0-9a-f-]{36})\"");
        private static final Pattern SEAT = Pattern.compile("action=\"/seats/([0-9a-f-]{36})/check-in\"");
        private static final Pattern CODE = Pattern.compile("class=\"code\"[^>]*aria-label=\"([0-9 ]+)\"");
        private static final Duration A_SESSION = Duration.ofHours(2);
        private static final int FORTNIGHT = 14;

        private final Cast cast;
        private final Diary diary;
        private final Map<Cast.Member, Browser> browsers = new HashMap<>();
        private final String days;
        private int loops;

        People(Cast cast, int number) {
            this.cast = cast;
            var morning = Mornings.next();
            this.diary = new Diary(morning, Cast.MINUTES, cast.volunteers().size());
            var first = LocalDate.ofInstant(morning, WorkingTime.ZONE);
            this.days = first + "/" + first.plusDays(FORTNIGHT - 1);
            var wire = new Wire(URI.create(cast.house().address()));
            var signIns = new SignIns(cast.house(), wire);
            browsers.put(cast.desk(), signIns.atTheDesk(cast.desk().phone(), Casting.PASSWORD, morning));
            // One network may ask for two hundred codes an hour: each village has its own.
            var before = morning.minus(A_SESSION.multipliedBy(number + 1L));
            cast.residents().forEach(one -> browsers.put(one, signIns.byPhone(one.actor(), one.phone(), before)));
            cast.volunteers().forEach(one -> browsers.put(one, signIns.byPhone(one.actor(), one.phone(), before)));
        }

        private Browser of(Cast.Member member) {
            var browser = browsers.get(member);
            if (browser == null) {
                throw new IllegalStateException("has not signed in");
            }
            return browser;
        }

        @Override
        public void loop(Watch watch) {
            var entry = diary.next();
            var moment = entry.moment();
            var asked = moment.asked();
            var resident = of(cast.resident(loops++));
            var helper = cast.volunteers().get(entry.volunteer());
            var volunteer = of(helper);
            var desk = of(cast.desk());
            var order = new String[1];
            watch.step(Step.PLACE, () -> order[0] = place(resident, asked));
            watch.step(Step.APPROVE, () -> approve(desk, order[0], asked));
            watch.step(Step.OFFER, () -> offer(desk, order[0], helper, moment));
            watch.step(Step.ACCEPT, () -> accept(volunteer, asked));
            serve(watch, order[0], resident, volunteer, moment);
            watch.step(Step.RATE, () -> rate(resident, order[0], moment.rating()));
        }

        /** For whom, what, where and when, one more look: four sheets. */
        private String place(Browser resident, Instant at) {
            resident.get(at, "/orders/new");
            var what = resident.post(at, "/orders/new", "whom", "me");
            var draft = resident.address().replaceFirst("/what$", "");
            var where = resident.post(
                    at,
                    draft + "/what",
                    "need",
                    Speech.NEED,
                    "project",
                    cast.project().value().toString(),
                    "seen",
                    what.the(SEEN),
                    "leaf",
                    what.the(LEAF));
            var check = resident.post(at, draft + "/where", where(where));
            resident.post(at, draft + "/sending", "seen", check.the(SEEN), "another", "true");
            return resident.address();
        }

        private String[] where(Sheet where) {
            return new String[] {
                "station",
                cast.station().value().toString(),
                "address",
                Speech.ADDRESS,
                "recipient",
                Speech.NAME,
                "phone",
                Speech.phone(loops),
                "day",
                days,
                "part",
                "ANY",
                "seen",
                where.the(SEEN),
                "leaf",
                where.the(LEAF)
            };
        }

        private static void approve(Browser desk, String order, Instant at) {
            var page = desk.get(at, order);
            desk.post(at, order + "/approval", "version", page.the(VERSION));
        }

        private static void offer(Browser desk, String order, Cast.Member helper, Moment moment) {
            var time = LocalDateTime.ofInstant(moment.served().from(), WorkingTime.ZONE);
            var page = desk.get(moment.asked(), order + "/offers/new?from=" + time);
            desk.post(
                    moment.asked(),
                    order + "/offers",
                    "version",
                    page.the(VERSION),
                    "from",
                    time.toString(),
                    "volunteer",
                    helper.person().value().toString());
        }

        private static void accept(Browser volunteer, Instant at) {
            var offer = "/offers/" + volunteer.get(at, "/team-offers").the(OFFER);
            volunteer.get(at, offer);
            volunteer.post(at, offer + "/acceptance");
        }

        private static void serve(Watch watch, String order, Browser resident, Browser volunteer, Moment moment) {
            var seat = new String[1];
            watch.step(Step.START, () -> {
                var at = moment.arrival();
                var code = resident.get(at, order).the(CODE).replace(" ", "");
                seat[0] = "/seats/" + volunteer.get(at, "/my-day").the(SEAT);
                volunteer.post(at, seat[0] + "/check-in", "code", code);
            });
            watch.step(Step.FINISH, () -> volunteer.post(moment.leaving(), seat[0] + "/check-out"));
        }

        private static void rate(Browser resident, String order, Instant at) {
            var page = resident.get(at, order);
            resident.post(
                    at,
                    order + "/rating",
                    "version",
                    page.the(VERSION),
                    "solved",
                    "true",
                    "timeliness",
                    "5",
                    "attitude",
                    "5",
                    "quality",
                    "4",
                    "words",
                    Speech.THANKS);
        }
    }
}
