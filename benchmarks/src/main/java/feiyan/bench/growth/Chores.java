package feiyan.bench.growth;

import feiyan.accounts.Accounts;
import feiyan.accounts.Phone;
import feiyan.bench.county.BigCounty;
import feiyan.bench.county.House;
import feiyan.bench.county.Settlement;
import feiyan.bench.county.Tokens;
import feiyan.bench.loop.Machine;
import feiyan.bench.loop.Wire;
import feiyan.dispatch.Weight;
import feiyan.dispatch.trial.WeightTrials;
import feiyan.exchange.Webhooks;
import feiyan.orders.DraftMedia;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.State;
import feiyan.platform.AppClock;
import feiyan.platform.OldSeals;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.privacy.Deletions;
import feiyan.web.api.ApiScope;
import java.net.URI;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** Something to do for each of the product's jobs: things under way that come to nothing, and what is left behind. */
final class Chores implements AutoCloseable {

    private static final int A_FEW_DAYS = 10;
    /** A number of nobody: an account that is left. */
    private static final long NOBODYS = 13_900_001_000L;

    private final House house;
    private final BigCounty county;
    private final UnderWay orders;
    private final Listener receiver = new Listener();
    private int times;

    Chores(House house, BigCounty county, Scene scene) {
        this.house = house;
        this.county = county;
        this.orders = new UnderWay(house, county, scene);
    }

    void lay() {
        times++;
        if (times == 1) {
            receiver();
        }
        policies();
        orders.leave(times);
        wishes();
        program();
        OldSeals.leave(house, county.id());
        leftovers();
    }

    /** Another system is told of each offer. */
    private void receiver() {
        house.the(Webhooks.class)
                .open(county.administrator(), county.center().unit(), receiver.address(), Set.of(State.OFFERED))
                .orThrow();
    }

    /** The county lets go what is old, and has just decided about a clock: deadlines are computed anew. */
    private void policies() {
        var policies = house.the(Policies.class);
        policies.set(county.id(), Policy.RETENTION, true, null).orThrow();
        policies.set(county.id(), Policy.KEEP_WORDS, allButSomeDays(), null).orThrow();
        policies.set(county.id(), Policy.KEEP_NOTICES, allButSomeDays(), null).orThrow();
        policies.set(county.id(), Policy.REVIEW_WORKING_DAYS, 1 + times, null).orThrow();
    }

    /** What is older goes: of the first days, and of some more each time, so that it does not take long. */
    private int allButSomeDays() {
        try (var database = house.asOwner();
                var statement = database.createStatement();
                var age =
                        statement.executeQuery("select extract(day from now() - min(placed_at)) from service_order")) {
            age.next();
            return age.getInt(1) - A_FEW_DAYS * times;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Somebody began to write and went away, somebody wants to be forgotten, somebody tries other weights. */
    private void wishes() {
        var writer = county.residents().get(county.residents().size() - times).actor(county.id());
        var drafts = house.the(Drafts.class);
        var text = DraftText.begun(false, DraftText.Where.NOTHING);
        var draft = drafts.begin(writer, text, null).orThrow();
        house.the(DraftMedia.class).addPhoto(writer, draft.id(), Photos.small()).orThrow();
        var leaving = county.residents().stream()
                .map(each -> each.actor(county.id()))
                .filter(each -> !each.equals(writer))
                .filter(each -> house.the(Deletions.class).open(each).isEmpty()
                        && house.the(Deletions.class).running(each).isEmpty())
                .skip(50)
                .findFirst()
                .orElseThrow();
        house.the(Deletions.class).ask(leaving).orThrow();
        house.the(WeightTrials.class)
                .begin(county.administrator(), Map.of(Weight.WAY, 1_500 + times))
                .orThrow();
    }

    /** A program asks for something, and writes once. */
    private void program() {
        var token = new Tokens(house).of(county.administrator(), ApiScope.values());
        try (var wire = new Wire(URI.create(house.address()))) {
            var machine = new Machine(wire, token);
            machine.get(house.the(AppClock.class).instant(), "/units");
            machine.post(house.the(AppClock.class).instant(), "/admin/outbox/attempts", null);
        }
    }

    /** An account of nobody, a session that is over, an order that is not in the index, an act of two counties. */
    private void leftovers() {
        house.the(Accounts.class)
                .openStaffAccount(county.id(), "孙", new Phone(Long.toString(NOBODYS + times)), Settlement.PASSWORD)
                .orThrow();
        Visitor.at(house, county.center()).close();
        try (var database = house.asOwner();
                var statement = database.createStatement()) {
            statement.execute(
                    "update person set account_id = null where account_id ="
                            + " (select id from account where created_at > now() - interval '1 hour' order by id desc limit 1)");
            statement.execute("update spring_session set expiry_time = 0 where primary_id ="
                    + " (select primary_id from spring_session limit 1)");
            statement.execute("delete from order_search where order_id = (select order_id from order_search limit 1)");
            statement.execute("insert into account_act (place, id, person_id, kind, by_owner, at)"
                    + " select county_id, gen_random_uuid(), id, 'password_changed', true, now() from person limit 1");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        receiver.close();
    }
}
