package feiyan.bench.loop;

import feiyan.accounts.Accounts;
import feiyan.accounts.ApiTokens;
import feiyan.accounts.SignedIn;
import feiyan.bench.county.House;
import feiyan.web.Viewer.Standing;
import feiyan.web.api.ApiScope;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;

/**
 * Over the JSON API, as programs of the four do it: each write once and for all under a key, on the version it saw. The
 * programs are threads of this process and speak through one plain socket each, which stays open; of the server's
 * processor time only what its own threads took is counted, so theirs is in no figure but the loops per second, to
 * which it is missing as on any machine that serves and asks at once.
 */
final class ApiLane implements Lane {

    private static final int DAYS = 366;

    private final IntFunction<Cast> casts;

    ApiLane(IntFunction<Cast> casts) {
        this.casts = casts;
    }

    @Override
    public String name() {
        return "api";
    }

    @Override
    public Client client(int number) {
        return new Programs(casts.apply(number));
    }

    private static final class Programs implements Client {

        private final Cast cast;
        private final Diary diary;
        private final Map<Cast.Member, Machine> machines = new HashMap<>();
        private int loops;

        Programs(Cast cast) {
            this.cast = cast;
            this.diary =
                    new Diary(Mornings.next(), Cast.MINUTES, cast.volunteers().size());
            var wire = new Wire(URI.create(cast.house().address()));
            machines.put(cast.desk(), new Machine(wire, token(cast.house(), cast.desk(), true)));
            cast.residents().forEach(one -> machines.put(one, new Machine(wire, token(cast.house(), one, false))));
            cast.volunteers().forEach(one -> machines.put(one, new Machine(wire, token(cast.house(), one, false))));
        }

        private static String token(House house, Cast.Member member, boolean staff) {
            var county = member.actor().county();
            var accounts = house.the(Accounts.class);
            accounts.openFor(county, List.of(member.person()));
            var account = accounts.of(county, member.person()).orElseThrow();
            var standings = staff ? EnumSet.of(Standing.RESIDENT, Standing.STAFF) : EnumSet.of(Standing.RESIDENT);
            var owner = new SignedIn(account, county.value(), member.person(), staff);
            return house.the(ApiTokens.class)
                    .make(owner, standings, "bench", Set.copyOf(ApiScope.openTo(standings)), DAYS)
                    .orThrow()
                    .text();
        }

        private Machine of(Cast.Member member) {
            var machine = machines.get(member);
            if (machine == null) {
                throw new IllegalStateException("has no token");
            }
            return machine;
        }

        @Override
        public void loop(Watch watch) {
            var entry = diary.next();
            var moment = entry.moment();
            var resident = of(cast.resident(loops++));
            var helper = cast.volunteers().get(entry.volunteer());
            var volunteer = of(helper);
            var desk = of(cast.desk());
            var id = UUID.randomUUID().toString();
            var order = "/orders/" + id;
            var asked = moment.asked();
            var offer = new String[1];
            watch.step(Step.PLACE, () -> resident.post(asked, "/orders", need(id, moment)));
            watch.step(Step.APPROVE, () -> desk.post(asked, order + "/approval", 1, null));
            watch.step(Step.OFFER, () -> offer[0] = offer(desk, order, moment, helper));
            watch.step(Step.ACCEPT, () -> volunteer.post(asked, "/offers/" + offer[0] + "/acceptance", null));
            serve(watch, order, resident, volunteer, moment);
            watch.step(Step.RATE, () -> resident.post(moment.rating(), order + "/rating", 6, rating()));
        }

        private static String offer(Machine desk, String order, Moment moment, Cast.Member helper) {
            var body = "{\"from\":\"%s\",\"invitees\":[{\"volunteer\":\"%s\"}]}"
                    .formatted(moment.served().from(), helper.person().value());
            return desk.post(moment.asked(), order + "/offers", 2, body)
                    .path("offers")
                    .get(0)
                    .asString();
        }

        /** The resident reads out the code; the volunteer's program finds the seat on the page of the day. */
        private static void serve(Watch watch, String order, Machine resident, Machine volunteer, Moment moment) {
            var seat = new String[1];
            watch.step(Step.START, () -> {
                var at = moment.arrival();
                var code =
                        resident.get(at, order + "/check-in-code").path("code").asString();
                seat[0] = "/seats/" + seat(volunteer, at);
                volunteer.post(at, seat[0] + "/check-in", "{\"code\":\"" + code + "\"}");
            });
            watch.step(Step.FINISH, () -> volunteer.post(moment.leaving(), seat[0] + "/check-out", null));
        }

        private static String seat(Machine volunteer, Instant at) {
            return volunteer
                    .get(at, "/my-day")
                    .path("today")
                    .valueStream()
                    .filter(each -> Instant.parse(each.path("time").path("from").asString())
                            .equals(at))
                    .findFirst()
                    .orElseThrow()
                    .path("seat")
                    .asString();
        }

        private String need(String id, Moment moment) {
            return """
                    {"id":"%s","need":"%s","project":"%s","station":"%s","address":"%s","recipient":"%s","phone":"%s",
                     "another":true,"window":{"from":"%s","to":"%s"}}""".formatted(
                            id,
                            Speech.NEED,
                            cast.project().value(),
                            cast.station().value(),
                            Speech.ADDRESS,
                            Speech.NAME,
                            Speech.phone(loops),
                            moment.served().from().minus(Duration.ofHours(1)),
                            moment.served().to().plus(Duration.ofHours(1)));
        }

        private static String rating() {
            return "{\"solved\":true,\"timeliness\":5,\"attitude\":5,\"quality\":4,\"words\":\"%s\"}"
                    .formatted(Speech.THANKS);
        }
    }
}
