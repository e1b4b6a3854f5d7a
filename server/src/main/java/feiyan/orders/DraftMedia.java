package feiyan.orders;

import feiyan.platform.Outcome;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** Photos and one voice message that go with an order still being written; its writer's alone. */
@Service
public class DraftMedia {

    public static final int PHOTOS = 4;
    /** As they are sent: the largest that phones make of a photo. */
    public static final int LARGEST_PHOTO = 5 * 1024 * 1024;
    /** A minute of speech takes a quarter of it. */
    public static final int LARGEST_VOICE = 2 * 1024 * 1024;

    private static final int VOICE = 0;

    private final Transactions transactions;
    private final DraftRows drafts;
    private final MediaRows rows;
    private final InstantSource time;

    DraftMedia(Transactions transactions, DraftRows drafts, MediaRows rows, InstantSource time) {
        this.transactions = transactions;
        this.drafts = drafts;
        this.rows = rows;
        this.time = time;
    }

    /** Empty where the draft is not the actor's. */
    public List<Medium> of(Actor actor, OrderId draft) {
        return drafts.find(actor, draft)
                .map(found -> rows.ofDraft(actor.county(), draft))
                .orElse(List.of());
    }

    public Optional<Medium.Content> open(Actor actor, OrderId draft, MediaId id) {
        return drafts.find(actor, draft).flatMap(found -> rows.openOfDraft(actor.county(), draft, id));
    }

    /**
     * Takes a photo, drawn anew: nothing but what can be seen of it is kept. Refused: {@code media.photo_too_large},
     * {@code media.no_photo}, {@code media.too_many}.
     */
    public Outcome<MediaId> addPhoto(Actor actor, OrderId draft, byte[] sent) {
        return sent.length > LARGEST_PHOTO
                ? Outcome.refused("media.photo_too_large", LARGEST_PHOTO / 1024 / 1024)
                : Photo.read(sent).then(jpeg -> added(actor, draft, jpeg));
    }

    private Outcome<MediaId> added(Actor actor, OrderId draft, byte[] jpeg) {
        return changing(actor, draft, held -> {
            var taken = rows.ofDraft(actor.county(), draft).stream()
                    .map(Medium::place)
                    .toList();
            return IntStream.rangeClosed(1, PHOTOS)
                    .filter(place -> !taken.contains(place))
                    .boxed()
                    .findFirst()
                    .map(place ->
                            Outcome.done(rows.insert(actor.county(), draft, place, "image/jpeg", jpeg, time.instant())))
                    .orElseGet(() -> Outcome.refused("media.too_many", PHOTOS));
        });
    }

    /**
     * Takes the voice message, in place of an earlier one. Refused: {@code media.voice_too_large},
     * {@code media.no_voice}.
     */
    public Outcome<MediaId> setVoice(Actor actor, OrderId draft, byte[] sent) {
        if (sent.length > LARGEST_VOICE) {
            return Outcome.refused("media.voice_too_large", LARGEST_VOICE / 1024 / 1024);
        }
        return VoiceType.of(sent)
                .map(type -> changing(actor, draft, held -> {
                    rows.deletePlace(actor.county(), draft, VOICE);
                    return Outcome.done(rows.insert(actor.county(), draft, VOICE, type, sent, time.instant()));
                }))
                .orElseGet(() -> Outcome.refused("media.no_voice"));
    }

    public Outcome<MediaId> remove(Actor actor, OrderId draft, MediaId id) {
        return changing(
                actor,
                draft,
                held -> rows.delete(actor.county(), draft, id) ? Outcome.done(id) : Outcome.refused("media.gone"));
    }

    /** Under the draft's lock: of two windows that add the last photo, one is told that there are four. */
    private Outcome<MediaId> changing(Actor actor, OrderId draft, Function<Draft, Outcome<MediaId>> change) {
        return transactions.write(() -> drafts.hold(actor, draft)
                .map(held -> change.apply(held).map(id -> {
                    drafts.update(actor.county(), held.changed(held.text(), time.instant()));
                    return id;
                }))
                .orElseGet(() -> Outcome.refused("draft.gone")));
    }
}
