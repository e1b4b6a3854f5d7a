package feiyan.canary;

import static org.assertj.core.api.Assertions.assertThat;

import feiyan.accounts.Accounts;
import feiyan.accounts.PasswordResets;
import feiyan.accounts.Purpose;
import feiyan.accounts.Totps;
import feiyan.dispatch.Weight;
import feiyan.dispatch.plan.PlanDesk;
import feiyan.dispatch.trial.Trials;
import feiyan.dispatch.trial.WeightTrials;
import feiyan.exchange.Webhooks;
import feiyan.orders.DraftMedia;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.HouseholdCards;
import feiyan.orders.OrderSearchCriteria;
import feiyan.orders.SavedFilters;
import feiyan.orders.State;
import feiyan.platform.Policy;
import feiyan.units.Homes;
import feiyan.units.Invitations;
import feiyan.units.Post;
import feiyan.units.Role;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What stands beside the orders: an order that is still being written, a search that is kept, secrets and links. */
record Besides(FieldWorld world, Rounds rounds) {

    void write() {
        world.at(FieldWorld.NOW, () -> {
            draft();
            filter();
            card();
            links();
            webhook();
            return world;
        });
        plan();
        places();
    }

    private void draft() {
        var requester = world.who("requester");
        var where = DraftText.Where.NOTHING.of(
                world.village.station,
                word("draft address"),
                word("draft recipient"),
                world.aviary.phone(Canary.ofPeople("draft phone")));
        var draft = the(Drafts.class)
                .begin(requester, DraftText.begun(false, where), null)
                .orThrow();
        the(Drafts.class)
                .decide(requester, draft.id(), what -> what.saying(word("draft need"), world.open))
                .orThrow();
        var voice = the(DraftMedia.class)
                .setVoice(requester, draft.id(), ("OggS " + word("draft voice")).getBytes(StandardCharsets.US_ASCII))
                .orThrow();
        rounds.fill("/orders/new/{id}", draft.id().value());
        rounds.fill("/orders/new/{id}/media/{media}", draft.id().value(), voice.value());
    }

    private void filter() {
        the(SavedFilters.class)
                .save(world.who("clerk"), word("filter name"), OrderSearchCriteria.ofWords(word("filter words")), null)
                .orThrow();
    }

    private void card() {
        var requester = world.who("requester").person();
        the(Homes.class).settle(world.village.county, requester, world.village.station);
        the(HouseholdCards.class).issue(world.who("clerk"), requester, 0).orThrow();
        world.aviary.code(
                the(HouseholdCards.class).print(world.who("clerk"), requester).orThrow(),
                Canary.ofPeople("household card"));
        rounds.fill("/household-cards/{person}", requester.value());
        rounds.fill("/family/{id}", requester.value());
    }

    private void links() {
        var county = world.village.county;
        var clerk = world.who("clerk").person();
        var account = the(Accounts.class).openFor(county, List.of(clerk)).get(clerk);
        the(Accounts.class)
                .setPassword(
                        Objects.requireNonNull(account), word("password").toLowerCase(Locale.ROOT) + " long enough")
                .orThrow();
        world.aviary.piece(the(Totps.class).begin(account).orThrow().secret(), Canary.ofPeople("TOTP secret"));
        var reset = last(the(PasswordResets.class)
                .link(county, clerk, world.village.administrator.person())
                .orThrow()
                .path());
        world.aviary.piece(reset, Canary.ofPeople("reset link"));
        rounds.fill("/password-reset/{token}", reset);
        rounds.fill("/admin/staff/{person}/lost-authenticator", clerk.value());
        var post = new Post(world.village.station, Role.AUDITOR);
        var invitation = last(the(Invitations.class)
                .invite(world.village.administrator, post, word("invited name"))
                .orThrow()
                .path());
        world.aviary.piece(invitation, Canary.ofPeople("invitation link"));
        rounds.fill("/invitations/{county}/{token}", county.value(), invitation);
        rounds.fill("/founding/{token}", "there-is-none");
    }

    private void webhook() {
        var webhooks = the(Webhooks.class);
        var administrator = world.village.administrator;
        var id = webhooks.open(
                        administrator, world.village.center, "https://example.org/orders", EnumSet.of(State.CLOSED))
                .orThrow();
        world.aviary.piece(webhooks.secret(administrator, id).orThrow(), Canary.ofPeople("webhook secret"));
        rounds.fill("/admin/webhooks/{id}", id.value());
    }

    /** Made at the moment at which everybody looks: orders that wait stand on it, each with somebody for it. */
    private void plan() {
        var desk = new PlanDesk(world.village, world.who("path"), world.institute);
        var board = world.at(FieldWorld.NOW, desk::planHere);
        assertThat(board.lines())
                .as("a plan without lines shows nobody anything")
                .isNotEmpty();
        var id = board.plan().id();
        rounds.fill("/dispatch/plans/{id}", id.value());
        board.lines().forEach(line -> rounds.fill("/dispatch/plans/{id}/lines/{line}", id.value(), line.number()));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void places() {
        var units = List.of(world.village.center, world.institute, world.village.station);
        rounds.fillAll("/admin/units/{id}", units, unit -> unit.value());
        rounds.fill("/admin/menu/projects/{id}", world.open.value());
        rounds.fill("/teams/{id}", world.team.value());
        for (var volunteer : List.of("seat", "leader", "offered")) {
            rounds.fill("/volunteers/{id}", world.who(volunteer).person().value());
        }
        rounds.fillAll("/units/{id}", units, unit -> unit.value());
        rounds.fill("/areas/{code}", "371322001");
        rounds.fill("/admin/policy/{key}", Policy.STAFF_TOTP.key());
        rounds.fill("/admin/policy/dispatch/trials/{trial}", trial());
        rounds.fill("/my-data/consents/{purpose}", Purpose.LOCATION.code());
        rounds.fill(
                "/residents/{person}/consents", world.who("requester").person().value());
    }

    private UUID trial() {
        var trials = the(WeightTrials.class);
        var administrator = world.village.administrator;
        var trial = trials.begin(administrator, Map.of(Weight.AGAIN, 0)).orThrow();
        Trials.over(trials, administrator, trial);
        return trial.value();
    }

    private String word(String field) {
        return world.aviary.word(Canary.ofPeople(field));
    }

    private <T> T the(Class<T> door) {
        return world.village.the(door);
    }
}
