package feiyan.bench.growth;

import feiyan.accounts.Phone;
import feiyan.bench.county.BigCounty;
import feiyan.bench.county.House;
import feiyan.orders.OrderId;
import feiyan.units.Actor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The pages that read the most, each by whom they are made for, over HTTP with a session. */
final class Pages implements AutoCloseable {

    /** @param look once, to the last byte */
    record Page(String name, Runnable look) {}

    private final House house;
    private final BigCounty county;
    private final Scene scene;
    private final OrderId past;
    private final List<Visitor> visitors = new ArrayList<>();

    /** @param past an order that is over, of the busy station */
    Pages(House house, BigCounty county, Scene scene, OrderId past) {
        this.house = house;
        this.county = county;
        this.scene = scene;
        this.past = past;
    }

    /** Whoever looks at every past signs in more often than a person may: each time as if for the first. */
    private void forgetTries() {
        try (var database = house.asOwner();
                var statement = database.createStatement()) {
            statement.execute("delete from throttle");
            statement.execute("delete from sign_in_code");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    List<Page> all() {
        forgetTries();
        var pages = new ArrayList<Page>();
        pages.addAll(ofStation());
        pages.addAll(ofCenter());
        pages.addAll(ofHelper());
        pages.addAll(ofResident());
        var auditor = desk(county.auditor());
        pages.add(shown("audit list", auditor, "/audit"));
        return pages;
    }

    private List<Page> ofStation() {
        var desk = desk(scene.station.desk());
        var open = scene.approved.getFirst().value();
        return List.of(
                shown("inbox", desk, "/inbox"),
                shown("order page", desk, "/orders/" + open),
                shown("order page, over", desk, "/orders/" + past.value()),
                shown("candidates", desk, "/orders/" + open + "/offers/new"),
                shown("call-backs", desk, "/call-backs"));
    }

    private List<Page> ofCenter() {
        var desk = desk(county.center());
        return List.of(
                shown("inbox of the center", desk, "/inbox"),
                shown("overdue board", desk, "/overdue"),
                shown("plan board", desk, "/dispatch/plan"),
                shown("measures", desk, "/units/" + county.center().unit().value() + "/dispatch"),
                searched("search by name", desk, scene.regulars.resident().name()),
                searched("search by words", desk, "五保户大爷"),
                searched(
                        "search by phone",
                        desk,
                        scene.regulars.resident().phone().digits()),
                searched("search that finds few", desk, Regulars.NEWLY_COME.digits()));
    }

    private List<Page> ofHelper() {
        var helper = person(scene.helper.actor(county.id()), scene.helper.phone());
        return List.of(
                shown("volunteer's day", helper, "/my-day"),
                shown("volunteer's services", regular(), "/my-services"),
                shown("offers to answer", helper, "/team-offers"),
                shown("open seats", helper, "/open-seats"));
    }

    private List<Page> ofResident() {
        var resident = scene.regulars.resident();
        var visitor = person(resident.actor(county.id()), resident.phone());
        return List.of(
                shown("resident's home", visitor, "/"),
                shown("resident's orders", visitor, "/orders"),
                shown("messages", visitor, "/messages"));
    }

    private Visitor regular() {
        var regular = scene.regulars.helper();
        return person(regular.actor(county.id()), regular.phone());
    }

    private Visitor desk(BigCounty.Desk desk) {
        return kept(Visitor.at(house, desk));
    }

    private Visitor person(Actor who, Phone phone) {
        return kept(Visitor.by(house, who, phone));
    }

    private Visitor kept(Visitor visitor) {
        visitors.add(visitor);
        return visitor;
    }

    private static Page shown(String name, Visitor visitor, String path) {
        return new Page(name, () -> visitor.get(path));
    }

    private static Page searched(String name, Visitor visitor, String words) {
        visitor.get("/search");
        return new Page(name, () -> visitor.ask("/search", "words", words));
    }

    @Override
    public void close() {
        visitors.forEach(Visitor::close);
    }
}
