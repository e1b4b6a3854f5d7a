package feiyan.loop.walk;

import feiyan.orders.Channel;
import feiyan.orders.Draft;
import feiyan.orders.Draft.Leaf;
import feiyan.orders.Draft.Sheet;
import feiyan.orders.DraftMedia;
import feiyan.orders.DraftText;
import feiyan.orders.Drafts;
import feiyan.orders.MediaId;
import feiyan.orders.OrderId;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An order that is being written in the page: begun, kept, thrown away, sent. */
final class DraftKinds {

    private static final byte[] VOICE = "OggS and what she said".getBytes(StandardCharsets.US_ASCII);

    private DraftKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of("drafts.begin", "SUBMITTED:2 CLOSED:2", DraftKinds::begin),
                Kind.of("drafts.keep", "SUBMITTED:2", DraftKinds::keep),
                Kind.of("drafts.decide", "SUBMITTED:1", turn -> {
                    var actor = writer(turn);
                    return turn.the(Drafts.class)
                            .decide(
                                    actor,
                                    id(draft(turn, actor)),
                                    what -> new DraftText.What(what.need(), what.project(), true, true));
                }),
                Kind.of("drafts.discard", "SUBMITTED:1", turn -> {
                    var actor = writer(turn);
                    return turn.the(Drafts.class).discard(actor, id(draft(turn, actor)));
                }),
                Kind.of("drafts.voice", "SUBMITTED:1", turn -> {
                    var actor = writer(turn);
                    return turn.the(DraftMedia.class).setVoice(actor, id(draft(turn, actor)), VOICE);
                }),
                Kind.of("drafts.remove_medium", "SUBMITTED:1", DraftKinds::removeMedium),
                Kind.of("drafts.send", "SUBMITTED:2 CLOSED:2", DraftKinds::send));
    }

    private static Actor writer(Turn turn) {
        return turn.own(turn.town().households().subList(0, 3));
    }

    private static Optional<Draft> draft(Turn turn, Actor actor) {
        return turn.the(Drafts.class).open(actor);
    }

    private static OrderId id(Optional<Draft> draft) {
        return draft.map(Draft::id).orElseGet(() -> new OrderId(Ids.next()));
    }

    private static Outcome<?> begin(Turn turn) {
        var actor = writer(turn);
        var instead = draft(turn, actor).filter(open -> turn.luck(0.3)).map(Draft::id);
        return turn.the(Drafts.class)
                .begin(actor, DraftText.begun(false, DraftText.Where.NOTHING), instead.orElse(null));
    }

    private static Outcome<?> keep(Turn turn) {
        var actor = writer(turn);
        var draft = draft(turn, actor);
        int seen = draft.map(Draft::version).orElse(1) - (turn.luck(0.8) ? 0 : 1);
        return turn.the(Drafts.class)
                .keep(
                        actor,
                        id(draft),
                        new Leaf(Sheet.WHAT, seen, Ids.next()),
                        text -> text.with(
                                text.what().saying("Need " + turn.dice().nextInt(), null)));
    }

    private static Outcome<?> removeMedium(Turn turn) {
        var actor = writer(turn);
        var draft = id(draft(turn, actor));
        var medium = turn.the(DraftMedia.class).of(actor, draft).stream()
                .findFirst()
                .map(found -> found.id())
                .orElseGet(() -> new MediaId(Ids.next()));
        return turn.the(DraftMedia.class).remove(actor, draft, medium);
    }

    private static Outcome<?> send(Turn turn) {
        var actor = turn.by(turn.town().households().subList(0, 3));
        var draft = draft(turn, actor);
        var station = turn.one(turn.town().stations());
        int seen = draft.map(Draft::version).orElse(1) - (turn.luck(0.9) ? 0 : 1);
        return turn.placed(turn.the(Drafts.class)
                .send(
                        actor,
                        id(draft),
                        seen,
                        text -> Outcome.done(new Drafts.Ready(
                                PlacingKinds.need(turn, actor.person(), Channel.PHONE_PAGE, station, null),
                                turn.luck(0.3) ? "MORNING" : null))));
    }
}
