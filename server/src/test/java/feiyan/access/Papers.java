package feiyan.access;

import feiyan.accounts.Accounts;
import feiyan.accounts.Persons;
import feiyan.audit.RetentionHolds;
import feiyan.dispatch.Weight;
import feiyan.dispatch.trial.Trials;
import feiyan.dispatch.trial.WeightTrials;
import feiyan.exchange.Webhooks;
import feiyan.messages.Notices;
import feiyan.orders.Followers;
import feiyan.orders.HouseholdCards;
import feiyan.orders.OrderSearchCriteria;
import feiyan.orders.OrderSearchLinks;
import feiyan.orders.SavedFilters;
import feiyan.orders.State;
import feiyan.platform.Ids;
import feiyan.platform.OutboxWorker;
import feiyan.platform.Policy;
import feiyan.privacy.CorrectionDesk;
import feiyan.privacy.Deletion;
import feiyan.privacy.Deletions;
import feiyan.units.Actor;
import feiyan.units.Areas;
import feiyan.units.Invitations;
import feiyan.units.Post;
import feiyan.units.Role;
import feiyan.units.Staff;
import feiyan.units.TestCounty;
import feiyan.units.Venue;
import feiyan.units.Venues;
import feiyan.volunteers.Qualifications;
import feiyan.volunteers.Volunteers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All else that has an address of its own: ties and cards, invitations and venues, certificates and messages. */
final class Papers {

    private final Town town;
    private final Things things;
    private final Actor own;
    private final Actor follower;

    Papers(Town town, Things things) {
        this.town = town;
        this.things = things;
        own = town.actor("village.o");
        follower = town.actor("village.f");
    }

    void lieReady() {
        family();
        cards();
        register();
        office();
        search();
        webhooks();
        privacy();
        var held = town.the(RetentionHolds.class).hold(town.actor("center.a"), things.read("@resolved.number"));
        things.put("held", held.orThrow());
        town.the(OutboxWorker.class).work();
        things.put(
                "notice",
                town.the(Notices.class).latest(own, null).getFirst().id().value());
    }

    /** The child follows and may order; another asks to; the child asks a neighbour. */
    private void family() {
        var followers = town.the(Followers.class);
        followers.ask(follower, number("village.o"), true).orThrow();
        followers.allow(own, followers.asking(own).getFirst().id(), true).orThrow();
        things.put("tie", followers.followersOf(own).getFirst().id().value());
        followers.ask(town.actor("village.chen"), number("village.o"), false).orThrow();
        things.put("asking", followers.asking(own).getFirst().id().value());
        followers.ask(follower, number("village.wu"), false).orThrow();
        things.put("asked_wu", followers.asked(follower).getFirst().id().value());
    }

    private String number(String column) {
        var person = town.person(column);
        return town.the(Persons.class)
                .phone(town.county, person, person, null)
                .orElseThrow()
                .digits();
    }

    private void cards() {
        var household = town.person("village.o");
        town.the(HouseholdCards.class)
                .issue(town.actor("station.c"), household, 0)
                .orThrow();
        things.put("household", household.value());
    }

    private void register() {
        var swallow = town.person("village.w");
        var claimed = town.the(Qualifications.class)
                .claim(town.actor("village.w"), swallow, "electrician", null)
                .orThrow();
        things.put("swallow", swallow.value());
        things.put("certificate", claimed);
        town.the(Volunteers.class)
                .find(town.county, swallow)
                .ifPresent(found -> things.put("swallow.number", found.number()));
    }

    private void office() {
        var administrator = town.actor("station.a");
        things.put("founding.token", town.foundingToken);
        things.put("county", town.county.value());
        things.put("station", town.station.value());
        things.put("institute", town.institute.value());
        things.put("point", town.point.value());
        var venue = town.the(Venues.class)
                .add(administrator, town.station, Venue.Kind.INN, "Kiosk", List.of("kettle"), "8-18");
        things.put("venue", venue.orThrow().value());
        things.put("venue.kind", Venue.Kind.INN.name());
        var invitation = town.the(Invitations.class)
                .invite(administrator, new Post(town.station, Role.CLERK), "Liu Yang")
                .orThrow();
        things.put("invitation", invitation.id().value());
        things.put("invitation.token", last(invitation.path()));
        mate();
        lost();
        tables();
        things.put("policy", Policy.RATING_DAYS.key());
        trial();
    }

    /** Done before anybody knocks: what goes on in the background would change the town meanwhile. */
    private void trial() {
        var trials = town.the(WeightTrials.class);
        var trial = trials.begin(town.actor("center.a"), Map.of(Weight.AGAIN, 1_000))
                .orThrow();
        Trials.over(trials, town.actor("center.a"), trial);
        things.put("trial", trial.value());
    }

    /** Of the same station: takes over, loses a role, gets a link to a new password. */
    private void mate() {
        var mate = town.person("station.mate");
        things.put("mate", mate.value());
        things.put("mate.phone", number("station.mate"));
        things.put("mate.password", TestCounty.PASSWORD);
        var accounts = town.the(Accounts.class);
        var account = accounts.of(town.county, mate).orElseThrow();
        accounts.setPassword(account, TestCounty.PASSWORD).orThrow();
        var link = town.the(Staff.class).resetLink(town.actor("station.a"), mate);
        things.put("reset.token", last(link.orThrow().path()));
        things.put("neighbour.phone", number("village.wu"));
        things.put("unknown.phone", "13911112222");
    }

    /** Of the same station: has an authenticator, whose phone is gone. */
    private void lost() {
        var lost = town.person("station.lost");
        things.put("lost", lost.value());
        var account = town.the(Accounts.class).of(town.county, lost).orElseThrow();
        town.the(JdbcClient.class)
                .sql("update account set totp_sealed = '\\x01', totp_confirmed_at = created_at where id = :account")
                .param("account", account.value())
                .update();
    }

    private void tables() {
        var known = """
                code,name,level,parent_code
                371322000000,Tancheng,county,
                371322100000,Matou,township,371322000000
                """;
        town.the(Areas.class)
                .bring(town.actor("center.a"), known.getBytes(StandardCharsets.UTF_8))
                .orThrow();
        things.put("areas", known + "371322101000,Gangshang,township,371322000000\n");
        things.put("menu", """
                code,category,name,skill,duration_minutes,headcount,mode,qualification,hazardous
                WH01,Culture,Opera,opera,90,1,on_site,,no
                """);
        things.put("unused", Ids.next());
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Somebody wants a year put right; of somebody who died all is to go. */
    private void privacy() {
        var wish = town.the(CorrectionDesk.class).ask(own, CorrectionDesk.OTHER, "I was born in May");
        things.put("correction", wish.orThrow().value());
        var leaving = town.person("village.chen");
        town.the(Deletions.class)
                .askFor(town.actor("station.a"), leaving, Deletion.Reason.DIED)
                .orThrow();
        things.put("leaving", leaving.value());
    }

    private void webhooks() {
        var administrator = town.actor("station.a");
        var webhooks = town.the(Webhooks.class);
        things.put("hook.address", "https://203.0.113.7/feiyan");
        var open = webhooks.open(administrator, town.station, things.read("@hook.address"), Set.of(State.SERVED));
        things.put("webhook", open.orThrow().value());
        things.put(
                "webhook.delivery",
                webhooks.tryOut(administrator, open.orThrow()).orThrow().value());
        var paused = webhooks.open(administrator, town.station, "https://203.0.113.8/", Set.of(State.SERVED));
        things.put(
                "webhook.paused",
                webhooks.pause(administrator, paused.orThrow()).orThrow().value());
    }

    private void search() {
        var dispatcher = town.actor("station.d");
        var criteria = OrderSearchCriteria.ofWords("hair");
        things.put("search.link", town.the(OrderSearchLinks.class).of(dispatcher, criteria));
        var filter = town.the(SavedFilters.class).save(dispatcher, "Hair", criteria, null);
        things.put("filter", filter.orThrow().value());
    }
}
