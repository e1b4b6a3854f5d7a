package feiyan.access;

import feiyan.calendar.WorkingTime;
import feiyan.cast.Village;
import feiyan.menu.ProjectId;
import feiyan.orders.Channel;
import feiyan.orders.ComplaintId;
import feiyan.orders.Complaints;
import feiyan.orders.DraftMedia;
import feiyan.orders.DraftText;
import feiyan.orders.DraftText.Where;
import feiyan.orders.Drafts;
import feiyan.orders.GroupOrders;
import feiyan.orders.NewOrder;
import feiyan.orders.OrderBook;
import feiyan.orders.OrderId;
import feiyan.orders.Orders;
import feiyan.orders.Pictures;
import feiyan.orders.RatingLinks;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** The requester's orders, each at another stage before anybody was asked to serve. */
final class Needs {

    private final Town town;
    private final Things things;
    private final Actor own;
    private final Actor clerk;
    private final Review review;

    Needs(Town town, Things things) {
        this.town = town;
        this.things = things;
        own = town.actor("village.o");
        clerk = town.actor("station.c");
        review = town.the(Review.class);
    }

    void arise() {
        things.put("project", town.alone.value());
        things.put("together", town.together.value());
        things.put("secret", town.secret.value());
        order("submitted", placed(town.alone));
        order("confidential", placed(town.secret));
        order("like1", placed(town.together));
        order("like2", placed(town.together));
        order("escalated", escalated());
        order("returned", asked());
        order("resolved", resolved());
        sayNotYet();
        group();
        complaints();
        drafts();
        things.put("submitted.number", number("submitted"));
        things.put("resolved.number", number("resolved"));
    }

    private String number(String name) {
        var order = new OrderId(UUID.fromString(things.read("@" + name)));
        return town.the(OrderBook.class).find(own, order).orElseThrow().number();
    }

    OrderId placed(ProjectId project) {
        return placed(project, town.ten);
    }

    OrderId placed(ProjectId project, Instant from) {
        return town.the(Orders.class).place(own, need(project, from)).orThrow();
    }

    private NewOrder need(ProjectId project, Instant from) {
        return new NewOrder(
                own.person(),
                Channel.PHONE_PAGE,
                town.station,
                project,
                "Her hair has grown long",
                "Wang Xiulan",
                "13800000000",
                "No. 3, by the well",
                Village.SQUARE,
                new Slot(from, from.plus(Duration.ofDays(2))),
                false,
                null,
                null);
    }

    OrderId approved(ProjectId project, Instant from) {
        var order = placed(project, from);
        return review.approve(clerk, order, version(order), null).orThrow();
    }

    private OrderId escalated() {
        var order = placed(town.alone);
        return review.escalate(clerk, order, 1, town.institute, null).orThrow();
    }

    private OrderId asked() {
        return review.askBack(clerk, placed(town.alone), 1, "Which day?").orThrow();
    }

    private OrderId resolved() {
        return review.resolve(clerk, placed(town.alone), 1, "Zhao cut it at once")
                .orThrow();
    }

    /** One was called and said how it was, one was called and not yet asked; the link lies with another. */
    private void sayNotYet() {
        var called = resolved();
        review.called(clerk, called, true).orThrow();
        order("called", called);
        var again = asked();
        review.called(clerk, again, true).orThrow();
        order("asked_by_phone", again);
        var path = town.the(RatingLinks.class).of(town.county, called).orElseThrow();
        things.put("rating.token", path.substring("/r/".length()));
    }

    private void group() {
        var groups = town.the(GroupOrders.class);
        var window = new Slot(town.ten, town.ten.plus(Duration.ofDays(2)));
        var parent = groups.group(clerk, town.station, town.together, window).orThrow();
        var child = groups.merge(clerk, placed(town.together), 1, parent).orThrow();
        order("group", parent);
        order("child", child);
    }

    private void complaints() {
        order("refused", refused());
        complaint("complaint", 1);
        var answered = complaint("answered", 2);
        town.the(Complaints.class)
                .answer(town.actor("institute.c"), answered, 1, "We looked into it")
                .orThrow();
    }

    private OrderId refused() {
        return review.refuse(clerk, placed(town.alone), 1, RefusalReason.NOT_VOLUNTEER_SERVICE, "Ask the hospital")
                .orThrow();
    }

    private ComplaintId complaint(String name, int version) {
        var complaint = town.the(Complaints.class)
                .open(own, refused(), "They were curt")
                .orThrow();
        things.put(name, complaint.value());
        things.put(name + ".version", version);
        return complaint;
    }

    /** One was sent with a photo, one is being written. */
    private void drafts() {
        var drafts = town.the(Drafts.class);
        var photo = photographed("pictured");
        drafts.send(
                        own,
                        photo,
                        version(photo, drafts),
                        text -> Outcome.done(new Drafts.Ready(need(town.alone, town.ten), null)))
                .orThrow();
        review.approve(clerk, photo, 1, null).orThrow();
        order("pictured", photo);
        var draft = photographed("draft");
        things.put("draft", draft.value());
        things.put("draft.version", version(draft, drafts));
        things.put("draft.day", day());
    }

    private int version(OrderId draft, Drafts drafts) {
        return drafts.find(own, draft).orElseThrow().version();
    }

    private OrderId photographed(String name) {
        var where = new Where(town.station, "No. 3", "Wang", "13800000000", day(), "ANY", false, null, "");
        var said = DraftText.begun(false, where)
                .with(DraftText.What.NOTHING.saying("Her hair has grown long", town.alone));
        var draft = town.the(Drafts.class).begin(own, said, null).orThrow().id();
        var picture = Pictures.jpeg(Pictures.redLeft(8, 8));
        things.put("photo", Base64.getEncoder().encodeToString(picture));
        things.put("voice", Base64.getEncoder().encodeToString(Pictures.webm()));
        var medium = town.the(DraftMedia.class).addPhoto(own, draft, picture).orThrow();
        things.put(name + ".medium", medium.value());
        return draft;
    }

    private String day() {
        return town.ten.atZone(WorkingTime.ZONE).toLocalDate().toString();
    }

    void order(String name, OrderId id) {
        things.put(name, id.value());
        things.put(name + ".version", version(id));
        things.put(name + ".seen", id.value() + ":" + version(id));
    }

    int version(OrderId order) {
        return town.the(ServiceSheets.class)
                .find(town.county, order)
                .orElseThrow()
                .version();
    }
}
