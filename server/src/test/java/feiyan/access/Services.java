package feiyan.access;

import static org.awaitility.Awaitility.await;

import feiyan.attendance.Attendance;
import feiyan.attendance.Attended;
import feiyan.calendar.WorkingTime;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.MyService;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.ProposalSide;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.dispatch.SuggestedChanges;
import feiyan.dispatch.TimeProposals;
import feiyan.dispatch.plan.Alternatives;
import feiyan.dispatch.plan.PlanState;
import feiyan.dispatch.plan.Plans;
import feiyan.menu.ProjectId;
import feiyan.orders.CheckInCode;
import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.platform.AppClock;
import feiyan.platform.DbTime;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.volunteers.TeamFounding;
import feiyan.volunteers.TeamId;
import feiyan.volunteers.TeamKind;
import feiyan.volunteers.Teams;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that somebody was asked to serve, serves or has served; each on a day of its own. */
final class Services {

    private final Town town;
    private final Things things;
    private final Needs needs;
    private final Actor dispatcher;
    private final Actor leader;
    private final Actor holder;
    private final TeamId team;

    Services(Town town, Things things, Needs needs) {
        this.town = town;
        this.things = things;
        this.needs = needs;
        dispatcher = town.actor("station.d");
        leader = town.actor("village.l");
        holder = town.actor("village.s");
        team = team();
    }

    private TeamId team() {
        var members = Set.of(leader.person(), holder.person(), town.person("village.mo"));
        var founding = new TeamFounding(town.station, "Swallows", TeamKind.MASS, null, leader.person(), null, members);
        var founded =
                town.the(Teams.class).found(town.actor("station.c"), founding).orThrow();
        things.put("team", founded.value());
        things.put("holder", holder.person().value());
        things.put("member", town.person("village.mo").value());
        return founded;
    }

    void begin() {
        needs.order("approved", needs.approved(town.alone, town.day(1)));
        things.put("approved.at", town.day(1));
        things.put("approved.from", local(town.day(1)));
        asked();
        declined();
        inTurn();
        partly();
        teamed();
        agreed("agreed", 5, holder);
        proposed();
        served();
        // somebody else each time: nobody is at two doors at once
        serving("serving", 8, town.actor("village.mo"));
        serving("leaving", 9, leader);
        planned();
    }

    /** A plan stands for the station; its first line could be somebody else's. */
    private void planned() {
        var plans = town.the(Plans.class);
        var id = plans.make(dispatcher, town.station, null).orThrow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> plans.find(dispatcher, id).orElseThrow().state() == PlanState.READY);
        things.put("plan", id.value());
        things.put("plan.version", plans.find(dispatcher, id).orElseThrow().version());
        things.put("making", making());
        var other = town.the(Alternatives.class).of(dispatcher, id, 1).getFirst();
        things.put("plan.other", other.suggestion().volunteer().value());
        things.put("plan.gap", gap(id.value()));
    }

    /** An order that waits stands among the plan's gaps too. */
    private UUID gap(UUID plan) {
        var order = UUID.fromString(things.read("@approved"));
        town.the(JdbcClient.class)
                .sql("""
                insert into plan_gap (county_id, plan_id, order_id, seats, unfillable, skill, skilled, obstacles, counts)
                values (:county, :plan, :order, 1, 1, 'barber', 0, '{}', '{}')
                """)
                .param("county", town.county.value())
                .param("plan", plan)
                .param("order", order)
                .update();
        return order;
    }

    /** One that is being made for a point below the station, and whose maker takes its time. */
    private UUID making() {
        var id = Ids.next();
        town.the(JdbcClient.class)
                .sql("""
                insert into dispatch_plan (county_id, id, unit_id, version, state, phase, asked_by, asked_at, seed)
                values (:county, :id, :unit, 1, 'MAKING', 'CHOOSING', :by, :at, 1)
                """)
                .param("county", town.county.value())
                .param("id", id)
                .param("unit", town.point.value())
                .param("by", dispatcher.person().value())
                .param("at", DbTime.of(town.ten))
                .update();
        return id;
    }

    private void asked() {
        var order = needs.approved(town.alone, town.day(1));
        offer("asked", order, ask(order, 1, person("village.a")));
        var pictured = order("pictured");
        offer("pictured", pictured, ask(pictured, 0, person("village.a")));
    }

    /** The one who was asked said why not; of one they have taken the change that it suggests. */
    private void declined() {
        var asked = town.actor("village.a");
        declined("declined", 12);
        var changed = declined("changed", 13);
        town.the(SuggestedChanges.class).take(asked, changed).orThrow();
    }

    private OfferId declined(String name, int day) {
        var order = needs.approved(town.alone, town.day(day));
        var offer = ask(order, day, person("village.a"));
        town.the(Answers.class)
                .decline(town.actor("village.a"), offer, "no_time")
                .orThrow();
        offer(name, order, offer);
        return offer;
    }

    private Invitee person(String column) {
        return new Invitee.ToVolunteer(town.person(column));
    }

    private OfferId ask(OrderId order, int day, Invitee... invitees) {
        return town.the(Offers.class)
                .make(dispatcher, order, needs.version(order), slot(order, day), List.of(invitees))
                .orThrow()
                .getFirst();
    }

    private Slot slot(OrderId order, int day) {
        var sheet = town.the(ServiceSheets.class).find(town.county, order).orElseThrow();
        return new Slot(town.day(day), town.day(day).plus(Duration.ofMinutes(sheet.minutes())));
    }

    private void offer(String name, OrderId order, OfferId offer) {
        needs.order(name, order);
        things.put(name + ".offer", offer.value());
    }

    private void inTurn() {
        var order = needs.approved(town.alone, town.day(2));
        var invitees = List.of(person("village.a"), person("village.mo"));
        var first = town.the(Offers.class)
                .makeInTurn(dispatcher, order, needs.version(order), slot(order, 2), invitees)
                .orThrow()
                .getFirst();
        offer("in_turn", order, first);
    }

    /** One of two said yes. */
    private void partly() {
        var order = needs.approved(town.together, town.day(3));
        var first = ask(order, 3, person("village.s"), person("village.a"));
        town.the(Answers.class).accept(holder, first).orThrow();
        offer("partly", order, first);
    }

    /** The team took it, and its leader has put on nobody yet. */
    private void teamed() {
        teamed("teamed", 4, town.together);
    }

    private OfferId teamed(String name, int day, ProjectId project) {
        var order = needs.approved(project, town.day(day));
        var offer = ask(order, day, new Invitee.ToTeam(team));
        town.the(Answers.class).accept(leader, offer).orThrow();
        offer(name, order, offer);
        return offer;
    }

    /** One of the team goes for it. */
    private SeatId agreed(String name, int day, Actor who) {
        var offer = teamed(name, day, town.alone);
        town.the(Seats.class).put(leader, offer, Set.of(who.person())).orThrow();
        var order = order(name);
        needs.order(name, order);
        var seat = town.the(MyService.class).seats(who).stream()
                .filter(held -> held.order().id().equals(order))
                .findFirst()
                .orElseThrow()
                .seat();
        things.put(name + ".seat", seat.value());
        moments(name, day);
        return seat;
    }

    private OrderId order(String name) {
        return new OrderId(UUID.fromString(things.read("@" + name)));
    }

    private void moments(String name, int day) {
        var from = town.day(day);
        things.put(name + ".at", from);
        things.put(name + ".half", from.plus(Duration.ofMinutes(30)));
        things.put(name + ".after", from.plus(Duration.ofHours(3)));
        things.put(name + ".came", local(from.plus(Duration.ofMinutes(1))));
        things.put(name + ".left", local(from.plus(Duration.ofMinutes(40))));
        things.put(name + ".come", from.plus(Duration.ofMinutes(1)));
        things.put(name + ".gone", from.plus(Duration.ofMinutes(40)));
        things.put(name + ".later", from.plus(Duration.ofHours(5)));
        things.put(name + ".day", local(from).toLocalDate());
        things.put(name + ".code", code(order(name), day));
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, WorkingTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
    }

    private String code(OrderId order, int day) {
        return town.the(CheckInCode.class).of(town.county, order, slot(order, day));
    }

    private void proposed() {
        agreed("proposed", 6, holder);
        var later = town.day(6).plus(Duration.ofHours(5));
        var proposal = town.the(TimeProposals.class)
                .propose(town.actor("village.o"), order("proposed"), ProposalSide.REQUESTER, later)
                .orThrow();
        needs.order("proposed", order("proposed"));
        things.put("proposal", proposal.value());
    }

    private SeatId serving(String name, int day, Actor who) {
        var seat = agreed(name, day, who);
        at(town.day(day), () -> town.the(Attendance.class).checkIn(who, seat, things.read("@" + name + ".code")));
        needs.order(name, order(name));
        return seat;
    }

    private void served() {
        var seat = serving("served", 7, holder);
        at(
                town.day(7).plus(Duration.ofMinutes(50)),
                () -> town.the(Attendance.class).checkOut(holder, seat).map(Attended::seat));
        needs.order("served", order("served"));
    }

    private void at(Instant moment, Supplier<Outcome<SeatId>> step) {
        town.the(AppClock.class).at(moment, step).orThrow();
    }
}
