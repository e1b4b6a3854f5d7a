package feiyan.canary;

import feiyan.accounts.PersonId;
import feiyan.accounts.Persons;
import feiyan.attendance.Attendance;
import feiyan.cast.Village;
import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.MyService;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.Offers;
import feiyan.orders.CheckInCode;
import feiyan.orders.Complaints;
import feiyan.orders.Followers;
import feiyan.orders.OrderId;
import feiyan.orders.OrderSearchCriteria;
import feiyan.orders.Orders;
import feiyan.orders.Rating;
import feiyan.orders.RefusalReason;
import feiyan.orders.Review;
import feiyan.orders.SavedFilters;
import feiyan.platform.AppClock;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import feiyan.units.Invitations;
import feiyan.units.Post;
import feiyan.units.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What goes on in the twin county: an order at each turn, and whatever people write beside them. */
final class TwinLife {

    /** A thousand years ahead: no clock of a test reaches it. */
    static final Instant BEGINS = Instant.parse("3026-06-12T02:00:00Z");

    private final ApplicationContext house;
    private final Village village;
    private final Instant ten = Village.wednesday(BEGINS);

    private TwinLife(ApplicationContext house) {
        this.house = house;
        this.village = Village.marked(house, Marks.TWIN);
    }

    static CountyId in(ApplicationContext house) {
        var life = new TwinLife(house);
        life.onTheDesk();
        life.served(life.village.volunteer("Sun Lei"));
        life.family();
        life.besides();
        new Namesakes(house).of(life.village.county, life.village.marked("Zhao Min"));
        // nothing is left for the jobs of a test's house to do
        new EveryJob(house).run();
        return life.village.county;
    }

    /** Free words, a question, a refusal with a complaint about it, one approved and one offered. */
    private void onTheDesk() {
        village.inFreeWords(ten);
        the(Review.class)
                .askBack(village.clerk, village.inFreeWords(ten), 1, village.marked("Which door?"))
                .orThrow();
        var refused = village.inFreeWords(ten);
        the(Review.class)
                .refuse(village.clerk, refused, 1, RefusalReason.NOBODY_FREE, village.marked("Ask again in autumn."))
                .orThrow();
        the(Complaints.class)
                .open(village.requester, refused, village.marked("Nobody even came to look."))
                .orThrow();
        village.approved(village.project(2, 60), ten);
        var leader = village.volunteer("Chen Jun");
        village.team(leader, village.volunteer("Zhou Qiang"));
        ask(village.approved(village.project(1, 30), ten), leader);
    }

    /** From the offer to a rating with words. */
    private void served(Actor volunteer) {
        var order = village.approved(village.project(1, 60), ten);
        the(Answers.class).accept(volunteer, ask(order, volunteer)).orThrow();
        var seat = the(MyService.class).seats(volunteer).getFirst().seat();
        var code = the(CheckInCode.class).of(village.county, order, village.slot(order, ten));
        var attendance = the(Attendance.class);
        at(0, () -> attendance.checkIn(volunteer, seat, code).orThrow());
        at(50, () -> attendance.checkOut(volunteer, seat).orThrow());
        var rating = new Rating(true, 5, 5, 5, village.marked("A light hand."), Rating.How.PAGE);
        at(
                90,
                () -> the(Orders.class)
                        .rate(village.requester, order, village.version(order), rating)
                        .orThrow());
    }

    private OfferId ask(OrderId order, Actor volunteer) {
        var invitee = new Invitee.ToVolunteer(volunteer.person());
        return the(Offers.class)
                .make(village.clerk, order, village.version(order), village.slot(order, ten), List.of(invitee))
                .orThrow()
                .getFirst();
    }

    /** One child who may follow, one who waits for the answer. */
    private void family() {
        var followers = the(Followers.class);
        var number = phone(village.requester.person());
        followers.ask(somebody("Wang Fang"), number, true).orThrow();
        var asked = followers.asking(village.requester).getFirst();
        followers.allow(village.requester, asked.id(), true).orThrow();
        followers.ask(somebody("Wang Jun"), number, false).orThrow();
    }

    private void besides() {
        var criteria = OrderSearchCriteria.ofWords(village.marked("hair"));
        the(SavedFilters.class).save(village.clerk, Marks.TWIN, criteria, null).orThrow();
        the(Invitations.class)
                .invite(village.administrator, new Post(village.station, Role.AUDITOR), village.marked("Wu Di"))
                .orThrow();
    }

    private Actor somebody(String name) {
        return Actor.withoutPosts(village.county, village.person(name));
    }

    private String phone(PersonId person) {
        return the(Persons.class)
                .phone(village.county, person, village.clerk.person(), "test")
                .orElseThrow()
                .digits();
    }

    private void at(int minute, Runnable step) {
        the(AppClock.class).at(ten.plus(Duration.ofMinutes(minute)), step);
    }

    private <T> T the(Class<T> door) {
        return house.getBean(door);
    }
}
