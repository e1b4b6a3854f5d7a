package feiyan.canary;

import feiyan.attendance.Attendance;
import feiyan.attendance.Summaries;
import feiyan.canary.Canary.Kind;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.MyService;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.dispatch.SeatId;
import feiyan.dispatch.Seats;
import feiyan.dispatch.Swaps;
import feiyan.orders.Channel;
import feiyan.orders.CheckInCode;
import feiyan.orders.ComplaintId;
import feiyan.orders.Complaints;
import feiyan.orders.DraftMedia;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.GroupOrders;
import feiyan.orders.MediaId;
import feiyan.orders.NewOrder;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.OrderMedia;
import feiyan.orders.Orders;
import feiyan.orders.Pictures;
import feiyan.orders.Rating;
import feiyan.orders.RatingLinks;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import feiyan.orders.Slot;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One order with a canary in all that was ever said of it, walked through the doors to the turn at which it is shown. */
final class Journey {

    final Turn turn;
    final List<MediaId> media = new ArrayList<>();
    final List<OfferId> offers = new ArrayList<>();
    final List<SeatId> seats = new ArrayList<>();
    final List<String> links = new ArrayList<>();
    final OrderId order;
    final ComplaintId complaint;

    private final FieldWorld world;
    private final Village village;
    private final boolean secret;
    private final Instant begins;
    private final Instant told;

    private Journey(FieldWorld world, Turn turn, boolean secret) {
        this.world = world;
        this.village = world.village;
        this.turn = turn;
        this.secret = secret;
        this.begins = FieldWorld.begins(turn, secret);
        // what is still to come was arranged this morning
        this.told = begins.isBefore(FieldWorld.NOW)
                ? begins.minus(Duration.ofDays(2))
                : FieldWorld.NOW.minus(Duration.ofMinutes(90));
        this.order = at(told, this::place);
        this.complaint = at(told, () -> the(Complaints.class)
                .open(requester(), order, word("complaint"))
                .orThrow());
    }

    static Journey of(FieldWorld world, Turn turn, boolean secret) {
        var journey = new Journey(world, turn, secret);
        journey.reviewed();
        journey.noted();
        return journey;
    }

    private OrderId place() {
        var draft = the(Drafts.class)
                .begin(requester(), DraftText.begun(false, DraftText.Where.NOTHING), null)
                .orThrow();
        var files = the(DraftMedia.class);
        media.add(files.addPhoto(requester(), draft.id(), noise()).orThrow());
        var voice = ("OggS " + word("voice")).getBytes(StandardCharsets.US_ASCII);
        media.add(files.setVoice(requester(), draft.id(), voice).orThrow());
        int seen = the(Drafts.class).find(requester(), draft.id()).orElseThrow().version();
        return the(Drafts.class)
                .send(requester(), draft.id(), seen, text -> Outcome.done(new Drafts.Ready(need(), null)))
                .orThrow();
    }

    private NewOrder need() {
        return new NewOrder(
                requester().person(),
                Channel.PHONE_PAGE,
                village.station,
                secret ? world.confidential : world.open,
                word("need"),
                word("recipient"),
                world.aviary.phone(canary("contact phone")),
                word("address"),
                Village.SQUARE,
                window(),
                false,
                null,
                null);
    }

    private Slot window() {
        return new Slot(begins, begins.plus(Duration.ofDays(2)));
    }

    private static byte[] noise() {
        var picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        var random = new Random();
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 48; y++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        return Pictures.jpeg(picture);
    }

    /** Asked back and answered; then refused, put into a group, or approved. */
    private void reviewed() {
        if (turn == Turn.SUBMITTED) {
            return;
        }
        var review = the(Review.class);
        at(told, () -> review.askBack(village.clerk, order, 1, word("question")).orThrow());
        if (turn == Turn.RETURNED) {
            return;
        }
        at(told, () -> the(Orders.class).answer(requester(), order, 2, word("answer")).orThrow());
        switch (turn) {
            case REFUSED ->
                at(told, () -> review.refuse(village.clerk, order, 3, RefusalReason.NOBODY_FREE, word("next step"))
                        .orThrow());
            case MERGED ->
                at(told, () -> the(GroupOrders.class)
                        .merge(village.clerk, order, 3, world.group(secret, window()))
                        .orThrow());
            default -> {
                at(told, () -> review.approve(village.clerk, order, 3, null).orThrow());
                offered();
            }
        }
    }

    private void offered() {
        if (!turn.isOffered()) {
            return;
        }
        var invited = List.<Invitee>of(
                new Invitee.ToTeam(world.team), new Invitee.ToVolunteer(world.who("offered").person()));
        offers.addAll(at(told, () -> the(Offers.class)
                .make(village.clerk, order, version(), village.slot(order, begins), invited)
                .orThrow()));
        if (turn.isAgreed()) {
            at(told, this::agreed);
            served();
        }
    }

    /** The leader takes it and puts somebody on, who makes room for another. */
    private OrderId agreed() {
        var leader = world.who("leader");
        the(Answers.class).accept(leader, offers.getFirst()).orThrow();
        the(Seats.class).put(leader, offers.getFirst(), List.of(world.who("former").person())).orThrow();
        the(Swaps.class).swap(leader, seatOf("former"), world.who("seat").person()).orThrow();
        seats.add(seatOf("seat"));
        return turn == Turn.CANCELLED
                ? the(Orders.class).cancel(requester(), order, version(), word("cancelled because")).orThrow()
                : order;
    }

    private SeatId seatOf(String volunteer) {
        return the(MyService.class).seats(world.who(volunteer)).stream()
                .filter(seat -> seat.order().id().equals(order))
                .findFirst()
                .orElseThrow()
                .seat();
    }

    private void served() {
        if (!turn.isBegun()) {
            return;
        }
        var seat = seats.getFirst();
        var code = the(CheckInCode.class).of(village.county, order, village.slot(order, begins));
        at(begins, () -> the(Attendance.class).checkIn(world.who("seat"), seat, code).orThrow());
        if (!turn.isServed()) {
            return;
        }
        at(minute(50), () -> the(Attendance.class).checkOut(world.who("seat"), seat).orThrow());
        at(minute(60), () -> the(Summaries.class)
                .write(world.who("leader"), offers.getFirst(), word("summary"), word("experience"))
                .orThrow());
        if (turn == Turn.CLOSED) {
            var rating = new Rating(true, 5, 5, 5, word("rating"), Rating.How.PAGE);
            at(minute(70), () -> the(Orders.class).rate(requester(), order, version(), rating).orThrow());
        }
    }

    /** What the house itself made: number, code, link, the photo as it is kept. */
    private void noted() {
        at(FieldWorld.NOW, () -> {
            var view = the(OrderBook.class).find(village.clerk, order).orElseThrow();
            world.aviary.song(view.number(), canary("order number"));
            var photo = the(OrderMedia.class).open(requester(), order, media.getFirst()).orElseThrow();
            world.aviary.piece(photo.bytes(), canary("photo"));
            the(RatingLinks.class).of(village.county, order).ifPresent(path -> {
                links.add(path.substring("/r/".length()));
                world.aviary.piece(links.getFirst(), canary("rating link"));
            });
            if (turn.isAgreed()) {
                var slot = village.slot(order, begins);
                world.aviary.code(the(CheckInCode.class).of(village.county, order, slot), canary("check-in code"));
            }
            return order;
        });
    }

    private Canary canary(String field) {
        return new Canary(field, secret ? Kind.CONFIDENTIAL : Kind.OPEN, turn);
    }

    private String word(String field) {
        return world.aviary.word(canary(field));
    }

    private Actor requester() {
        return world.who("requester");
    }

    private int version() {
        return village.version(order);
    }

    private Instant minute(int after) {
        return begins.plus(Duration.ofMinutes(after));
    }

    private <T> T at(Instant time, java.util.function.Supplier<T> step) {
        return world.at(time, step);
    }

    private <T> T the(Class<T> door) {
        return village.the(door);
    }
}
