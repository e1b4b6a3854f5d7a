package feiyan.bench.county;

import feiyan.calendar.WorkingTime;
import feiyan.orders.PastWords;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import java.util.UUID;

/** The rows of the module orders: each order with its history, its words, what it is found by, and its rating. */
final class OrderTables {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int NUMBERS = 24_300_000;
    /** More than can be placed on the days from which a day's services come. */
    private static final int APART = 4_096;

    final CopyTable orders = new CopyTable("service_order", """
            county_id, id, version, state, number, unit_id, station_id, dispatching_unit_id, project_id, urgent, \
            confidential, channel, requester_id, placed_by, headcount, duration_minutes, remote, area_code, latitude, \
            longitude, window_from, window_to, agreed_from, agreed_to, reopened, rated, placed_at""");
    final CopyTable events = new CopyTable(
            "order_event", "county_id, order_id, version, from_state, command, to_state, at, actor_id, unit_id");
    final CopyTable words =
            new CopyTable("order_words", "county_id, order_id, need, recipient_name, phone, address, phone_key");
    final CopyTable search = new CopyTable("order_search", "county_id, order_id, tokens, names, erased");
    final CopyTable ratings = new CopyTable("order_rating", """
            county_id, order_id, round, solved, timeliness, attitude, quality, words, how, late, rated_by, at""");
    final CopyTable parties = new CopyTable("order_party", "county_id, order_id, person_id, part, since");

    private final long county;
    private final PastWords sealed;
    private final Spoken spoken = new Spoken();

    OrderTables(long county, PastWords sealed) {
        this.county = county;
        this.sealed = sealed;
    }

    void add(PastOrder it, UUID order, SplittableRandom random) {
        var number = number(it, random);
        int version = history(it, order);
        order(it, order, number, version);
        words(it, order, number, random);
        rating(it, order, random);
        it.comers().forEach(comer -> parties.row(county, order, comer.person().value(), "SEAT", comer.seated()));
        var team = it.team();
        if (team != null) {
            parties.row(county, order, team.leader().value(), "LEADER", team.accepted());
        }
    }

    /** Unlike any other of its days: see {@link #APART}. */
    private static String number(PastOrder it, SplittableRandom random) {
        int part = NUMBERS / APART;
        int drawn = it.number() % APART * part + random.nextInt(part);
        var number = new StringBuilder(DAY.format(it.placed().atZone(WorkingTime.ZONE))).append('-');
        for (int sign = 0; sign < 5; sign++) {
            number.append(SIGNS.charAt(drawn % SIGNS.length()));
            drawn /= SIGNS.length();
        }
        return number.toString();
    }

    private int history(PastOrder it, UUID order) {
        var resident = it.resident().person().value();
        var desk = it.resident().station().desk().actor().person().value();
        var walk = new Walk(it, order);
        walk.step("place", "SUBMITTED", it.placed(), resident);
        walk.step("approve", "APPROVED", it.approved(), desk);
        var refusal = it.refusedBy();
        if (refusal != null) {
            walk.step("offer", "OFFERED", refusal.offered(), desk);
            walk.step(
                    "run_dry",
                    "APPROVED",
                    refusal.refused(),
                    refusal.helper().person().value());
        }
        walk.step("offer", "OFFERED", it.offered(), desk);
        walk.step("confirm", "ACCEPTED", it.agreed(), it.agreedBy().value());
        var first = it.firstToCome();
        walk.step("start", "IN_SERVICE", first.came(), first.person().value());
        var last = it.lastToGo();
        walk.step("finish", "SERVED", last.went(), last.person().value());
        walk.step("rate", "CLOSED", it.rated(), resident);
        return walk.version;
    }

    /** From NEW on, each step from where the one before led. */
    private final class Walk {

        private final UUID order;
        private final UUID unit;
        private String state = "NEW";
        private int version;

        Walk(PastOrder it, UUID order) {
            this.order = order;
            this.unit = it.resident().station().desk().unit().value();
        }

        void step(String command, String to, Instant at, UUID actor) {
            events.row(county, order, ++version, state, command, to, at, actor, unit);
            state = to;
        }
    }

    private void order(PastOrder it, UUID order, String number, int version) {
        var unit = it.resident().station().desk().unit().value();
        var resident = it.resident().person().value();
        var home = it.resident().home();
        var project = it.project();
        orders.row(
                county,
                order,
                version,
                "CLOSED",
                number,
                unit,
                unit,
                unit,
                project.id().value(),
                false,
                false,
                "PHONE_PAGE",
                resident,
                resident,
                project.headcount(),
                project.minutes(),
                false,
                it.resident().station().area(),
                home.latitude(),
                home.longitude(),
                it.begins().minus(Duration.ofHours(1)),
                it.begins().plus(Duration.ofHours(8)),
                it.begins(),
                it.ends(),
                0,
                true,
                it.placed());
    }

    private void words(PastOrder it, UUID order, String number, SplittableRandom random) {
        var need = spoken.need(it.project(), random);
        var who = it.resident();
        words.row(
                county,
                order,
                sealed.sealed("need", order, need),
                sealed.sealed("recipient_name", order, who.name()),
                sealed.sealed("phone", order, who.phone().digits()),
                sealed.sealed("address", order, spoken.address(who.station(), random)),
                sealed.phoneKey(who.phone()));
        search.row(
                county,
                order,
                sealed.tokens(
                        need,
                        who.name(),
                        who.phone(),
                        it.project(),
                        who.station().name(),
                        number),
                Spoken.md5(it.project().name() + "/" + who.station().name()),
                false);
    }

    private void rating(PastOrder it, UUID order, SplittableRandom random) {
        ratings.row(
                county,
                order,
                0,
                true,
                random.nextInt(3, 6),
                random.nextInt(3, 6),
                random.nextInt(3, 6),
                sealed.sealedRating(order, spoken.praise(random)),
                "PAGE",
                false,
                it.resident().person().value(),
                it.rated());
    }
}
