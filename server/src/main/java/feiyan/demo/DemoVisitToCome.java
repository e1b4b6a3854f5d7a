package feiyan.demo;

import feiyan.dispatch.Answers;
import feiyan.dispatch.Invitee;
import feiyan.dispatch.Offers;
import feiyan.dispatch.ProposalSide;
import feiyan.dispatch.TimeProposals;
import feiyan.orders.Channel;
import feiyan.orders.DraftMedia;
import feiyan.orders.DraftText;
import feiyan.orders.DraftText.Where;
import feiyan.orders.Drafts;
import feiyan.orders.Drafts.Ready;
import feiyan.orders.NewOrder;
import feiyan.orders.OrderView;
import feiyan.orders.Slot;
import feiyan.platform.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The resident's pipe drips, with a photo; the volunteer comes, and has just asked for a later hour. */
@Component
class DemoVisitToCome {

    private static final String PROJECT = "BM02";
    private static final Duration LATER = Duration.ofHours(2);

    private final Drafts drafts;
    private final DraftMedia media;
    private final Offers offers;
    private final Answers answers;
    private final TimeProposals proposals;
    private final Scene scene;
    private final CastActors cast;

    DemoVisitToCome(
            Drafts drafts,
            DraftMedia media,
            Offers offers,
            Answers answers,
            TimeProposals proposals,
            Scene scene,
            CastActors cast) {
        this.drafts = drafts;
        this.media = media;
        this.offers = offers;
        this.answers = answers;
        this.proposals = proposals;
        this.scene = scene;
        this.cast = cast;
    }

    void plan(World world, Instant now) {
        var ordered = now.minus(Duration.ofDays(2));
        world.days().plan(ordered, () -> {
            var life = order(world, now);
            world.days().plan(ordered.plus(Duration.ofMinutes(20)), () -> ask(world, life));
            world.days().plan(now.minus(Duration.ofMinutes(25)), () -> wishAnotherHour(world, life));
        });
    }

    private Life order(World world, Instant now) {
        var resident = cast.of(world, Cast.RESIDENT);
        var home = Scene.home(world, 0);
        var project = world.project(PROJECT);
        var draft = drafts.begin(resident, DraftText.begun(false, Where.NOTHING), null)
                .orThrow();
        media.addPhoto(resident, draft.id(), DrawnTap.png()).orThrow();
        var written = drafts.find(resident, draft.id()).orElseThrow();
        drafts.send(
                        resident,
                        draft.id(),
                        written.version(),
                        text -> Outcome.done(new Ready(need(world, home, Scene.day(now, 2)), null)))
                .orThrow();
        return new Life(draft.id(), resident, project, home.station(), home.home(), Fate.ARRANGED, List.of());
    }

    private static NewOrder need(World world, Household home, Slot window) {
        return new NewOrder(
                home.person(),
                Channel.PHONE_PAGE,
                home.station().id(),
                world.project(PROJECT).id(),
                world.words().say("story.tap"),
                home.name(),
                home.phone().digits(),
                home.address(),
                home.home(),
                window,
                false,
                null,
                null);
    }

    private void ask(World world, Life life) {
        scene.approved(world, life);
        var volunteer = cast.of(world, Cast.VOLUNTEER);
        var order = scene.look(life);
        var time = firstTime(order);
        var made = offers.make(
                        Scene.clerk(world),
                        life.id(),
                        order.version(),
                        time,
                        List.of(new Invitee.ToVolunteer(volunteer.person())))
                .orThrow();
        world.roster().book(List.of(Scene.hand(world, volunteer)), time);
        answers.accept(volunteer, made.getFirst()).orThrow();
    }

    private static Slot firstTime(OrderView order) {
        return Shifts.times(order, order.window().from()).getFirst();
    }

    private void wishAnotherHour(World world, Life life) {
        var later = firstTime(scene.look(life)).from().plus(LATER);
        proposals
                .propose(cast.of(world, Cast.VOLUNTEER), life.id(), ProposalSide.SERVING, later)
                .orThrow();
    }
}
