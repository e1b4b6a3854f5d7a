package feiyan.canary;

import feiyan.attendance.Attendance;
import feiyan.attendance.Summaries;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.MyService;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.dispatch.Swaps;
import feiyan.orders.CheckInCode;
import feiyan.orders.ComplaintId;
import feiyan.orders.Complaints;
import feiyan.orders.GroupOrders;
import feiyan.orders.MediaId;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.OrderMedia;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.orders.RatingLinks;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One order, walked through the doors to the turn at which it is looked at. */
final class Journey {

    final List<OfferId> offers = new ArrayList<>();
    final List<SeatId> seats = new ArrayList<>();
    final List<String> links = new ArrayList<>();
    final List<MediaId> media;
    final OrderId order;
    final ComplaintId complaint;

    private final Told told;
    private final Turn turn;
    private final FieldWorld world;
    private final Village village;

    private Journey(Told told) {
        this.told = told;
        this.turn = told.turn();
        this.world = told.world();
        this.village = world.village;
        var placed = then(told::place);
        this.order = placed.order();
        this.media = placed.media();
        this.complaint = then(() -> the(Complaints.class)
                .open(told.requester(), order, told.word("complaint"))
                .orThrow());
    }

    static Journey of(FieldWorld world, Turn turn, boolean secret) {
        var journey = new Journey(new Told(world, turn, secret));
        journey.reviewed();
        world.at(FieldWorld.NOW, journey::noted);
        return journey;
    }

    /** Asked back and answered; then refused, put into a group, or approved. */
    private void reviewed() {
        if (turn == Turn.SUBMITTED) {
            return;
        }
        var review = the(Review.class);
        then(() ->
                review.askBack(village.clerk, order, 1, told.word("question")).orThrow());
        if (turn == Turn.RETURNED) {
            return;
        }
        then(() -> the(Orders.class)
                .answer(told.requester(), order, 2, told.word("answer"))
                .orThrow());
        switch (turn) {
            case REFUSED ->
                then(() -> review.refuse(village.clerk, order, 3, RefusalReason.NOBODY_FREE, told.word("next step"))
                        .orThrow());
            case MERGED ->
                then(() -> the(GroupOrders.class)
                        .merge(village.clerk, order, 3, world.group(told.secret(), told.window()))
                        .orThrow());
            default -> {
                then(() -> review.approve(village.clerk, order, 3, null).orThrow());
                offered();
            }
        }
    }

    private void offered() {
        if (!turn.isOffered()) {
            return;
        }
        var invited = List.<Invitee>of(
                new Invitee.ToTeam(world.team),
                new Invitee.ToVolunteer(world.who("offered").person()));
        offers.addAll(then(() -> the(Offers.class)
                .make(village.clerk, order, version(), village.slot(order, told.begins()), invited)
                .orThrow()));
        if (turn.isAgreed()) {
            then(this::agreed);
            begun();
        }
    }

    /** The leader takes it and puts somebody on, who makes room for another. */
    private OrderId agreed() {
        var leader = world.who("leader");
        the(Answers.class).accept(leader, offers.getFirst()).orThrow();
        the(Seats.class)
                .put(leader, offers.getFirst(), List.of(world.who("former").person()))
                .orThrow();
        the(Swaps.class)
                .swap(leader, seatOf("former"), world.who("seat").person())
                .orThrow();
        seats.add(seatOf("seat"));
        return turn == Turn.CANCELLED
                ? the(Orders.class)
                        .cancel(told.requester(), order, version(), told.word("cancelled because"))
                        .orThrow()
                : order;
    }

    private SeatId seatOf(String volunteer) {
        return the(MyService.class).seats(world.who(volunteer)).stream()
                .filter(seat -> seat.order().id().equals(order))
                .findFirst()
                .orElseThrow()
                .seat();
    }

    private void begun() {
        if (!turn.isBegun()) {
            return;
        }
        after(
                0,
                () -> the(Attendance.class)
                        .checkIn(world.who("seat"), seats.getFirst(), code())
                        .orThrow());
        if (turn.isServed()) {
            after(
                    50,
                    () -> the(Attendance.class)
                            .checkOut(world.who("seat"), seats.getFirst())
                            .orThrow());
            served();
        }
    }

    private void served() {
        after(
                60,
                () -> the(Summaries.class)
                        .write(world.who("leader"), offers.getFirst(), told.word("summary"), told.word("experience"))
                        .orThrow());
        if (turn == Turn.CLOSED) {
            var rating = new Rating(true, 5, 5, 5, told.word("rating"), Rating.How.PAGE);
            after(
                    70,
                    () -> the(Orders.class)
                            .rate(told.requester(), order, version(), rating)
                            .orThrow());
        }
    }

    /** What the house itself made: number, code, link, the photo as it is kept. */
    private OrderId noted() {
        var view = the(OrderBook.class).find(village.clerk, order).orElseThrow();
        world.aviary.song(view.number(), told.canary("order number"));
        var photo = the(OrderMedia.class)
                .open(told.requester(), order, media.getFirst())
                .orElseThrow();
        world.aviary.piece(photo.bytes(), told.canary("photo"));
        the(RatingLinks.class).of(village.county, order).ifPresent(path -> {
            links.add(path.substring("/r/".length()));
            world.aviary.piece(links.getFirst(), told.canary("rating link"));
        });
        if (turn.isAgreed()) {
            world.aviary.code(code(), told.canary("check-in code"));
        }
        return order;
    }

    private String code() {
        return the(CheckInCode.class).of(village.county, order, village.slot(order, told.begins()));
    }

    private int version() {
        return village.version(order);
    }

    private <T> T then(Supplier<T> step) {
        return world.at(told.when(), step);
    }

    private <T> T after(int minutes, Supplier<T> step) {
        return world.at(told.begins().plus(Duration.ofMinutes(minutes)), step);
    }

    private <T> T the(Class<T> door) {
        return village.the(door);
    }
}
