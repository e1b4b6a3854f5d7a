package feiyan.demo;

import feiyan.attendance.Attendance;
import feiyan.attendance.Corrections;
import feiyan.attendance.Reason;
import feiyan.attendance.Summaries;
import feiyan.demo.DemoTeams.Squad;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.MyService;
import feiyan.dispatch.Offers;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.SeatLine;
import feiyan.dispatch.Seats;
import feiyan.orders.Channel;
import feiyan.orders.CheckInCode;
import feiyan.orders.Slot;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What the village's team did lately: a haircut whose minutes were put right, and of which nobody has told yet. */
@Component
class DemoTeamDay {

    private static final Duration TOLD = Duration.ofHours(4);
    private static final Duration TOO_LATE = Duration.ofMinutes(6);

    private final Offers offers;
    private final Answers answers;
    private final Seats seats;
    private final MyService services;
    private final Attendance attendance;
    private final Corrections corrections;
    private final Summaries summaries;
    private final CheckInCode codes;
    private final Scene scene;
    private final CastActors cast;

    DemoTeamDay(
            Offers offers,
            Answers answers,
            Seats seats,
            MyService services,
            Attendance attendance,
            Corrections corrections,
            Summaries summaries,
            CheckInCode codes,
            Scene scene,
            CastActors cast) {
        this.offers = offers;
        this.answers = answers;
        this.seats = seats;
        this.services = services;
        this.attendance = attendance;
        this.corrections = corrections;
        this.summaries = summaries;
        this.codes = codes;
        this.scene = scene;
        this.cast = cast;
    }

    void plan(World world, Instant now) {
        var asked = now.minus(Duration.ofDays(6));
        world.days().plan(asked, () -> {
            var life = scene.asks(world, 2, "BM04", Channel.COUNTER, Scene.day(now, -2));
            world.days().plan(asked.plus(Duration.ofMinutes(30)), () -> agree(world, scene.approved(world, life)));
        });
        world.days().plan(now.minus(TOLD), () -> tell(world));
    }

    private void agree(World world, Life life) {
        var leader = cast.of(world, Cast.LEADER);
        var hand = Scene.hand(world, cast.of(world, Cast.VOLUNTEER));
        var order = scene.look(life);
        var time = Shifts.times(order, order.window().from()).getFirst();
        var offer = offers.make(
                        Scene.clerk(world),
                        life.id(),
                        order.version(),
                        time,
                        List.of(new Invitee.ToTeam(squad(world, leader).id())))
                .orThrow()
                .getFirst();
        world.roster().book(List.of(hand), time);
        answers.accept(leader, offer).orThrow();
        seats.put(leader, offer, List.of(hand.id())).orThrow();
        serve(world, life, seat(world, life), time);
    }

    private SeatId seat(World world, Life life) {
        return services.seats(cast.of(world, Cast.VOLUNTEER)).stream()
                .filter(seat -> seat.order().id().equals(life.id()))
                .map(SeatLine::seat)
                .findFirst()
                .orElseThrow();
    }

    private static Squad squad(World world, Actor leader) {
        return world.squads().stream()
                .filter(squad -> squad.unit().equals(world.land().story().id()))
                .filter(squad -> squad.leader().id().equals(leader.person()))
                .findFirst()
                .orElseThrow();
    }

    /** Checked in late since nobody found the code at once; the leader was there and puts it right. */
    private void serve(World world, Life life, SeatId seat, Slot time) {
        var volunteer = cast.of(world, Cast.VOLUNTEER);
        var came = time.from().plus(TOO_LATE);
        world.days().plan(came, () -> {
            var code = codes.forRequester(world.land().county(), scene.look(life));
            attendance.checkIn(volunteer, seat, Objects.requireNonNull(code)).orThrow();
        });
        world.days().plan(time.to(), () -> attendance.checkOut(volunteer, seat).orThrow());
        var leader = cast.of(world, Cast.LEADER);
        world.days()
                .plan(
                        time.to().plus(Duration.ofHours(1)),
                        () -> corrections
                                .correct(leader, seat, 0, time.from(), time.to(), Reason.WRONG_TIME)
                                .orThrow());
    }

    /** Of everything but the last: that one is still to be told. */
    private void tell(World world) {
        var leader = cast.of(world, Cast.LEADER);
        summaries.missing(leader).stream()
                .skip(1)
                .forEach(offer -> summaries
                        .write(leader, offer.id(), world.words().oneOf(world.luck(), "summary"), null)
                        .orThrow());
    }
}
