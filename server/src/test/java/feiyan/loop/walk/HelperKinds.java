package feiyan.loop.walk;

import feiyan.dispatch.Answers;
import feiyan.dispatch.OfferId;
import feiyan.dispatch.SuggestedChanges;
import feiyan.loop.walk.Looking.OfferSeen;
import feiyan.platform.Ids;
import feiyan.platform.Outcome;
import feiyan.units.Actor;
import feiyan.volunteers.Pauses;
import feiyan.volunteers.Profile;
import feiyan.volunteers.Profiles;
import feiyan.volunteers.WeekHours;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Volunteers take a break and come back, and change what they are asked for: after a no with one tap, and anyhow. */
final class HelperKinds {

    private HelperKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.of(
                        "pauses.pause",
                        "ACCEPTED:1",
                        turn -> turn.the(Pauses.class)
                                .pause(turn.own(turn.town().helpers()), lastDay(turn))),
                Kind.of(
                        "pauses.end",
                        "APPROVED:1 ACCEPTED:2 CLOSED:1",
                        turn -> turn.the(Pauses.class).end(turn.own(turn.town().helpers()))),
                Kind.of("changes.take", "APPROVED:1 OFFERED:3", HelperKinds::takeAfterNo),
                Kind.of(
                        "changes.undo",
                        "APPROVED:2 OFFERED:3 ACCEPTED:1",
                        turn -> declined(
                                turn,
                                (offer, id) -> turn.the(SuggestedChanges.class).undo(whoSaidNo(turn, offer), id))),
                Kind.of("profiles.change", "APPROVED:1 CLOSED:2", HelperKinds::asAtFirst));
    }

    /** Mostly soon; now and then over already, or so far away that the station wants to know. */
    private static LocalDate lastDay(Turn turn) {
        var today = turn.now().atZone(Turn.CHINA).toLocalDate();
        return today.plusDays(turn.luck(0.8) ? turn.dice().nextInt(2) : turn.luck(0.5) ? -1 : 366);
    }

    /** Mostly in one breath with the no; else later, of whatever anybody said no to. */
    private static Outcome<?> takeAfterNo(Turn turn) {
        var changes = turn.the(SuggestedChanges.class);
        if (turn.luck(0.3)) {
            return declined(turn, (offer, id) -> changes.take(whoSaidNo(turn, offer), id));
        }
        return OfferKinds.offered(turn, (offer, id) -> {
            var somebody = whoSaidNo(turn, offer);
            return turn.the(Answers.class)
                    .decline(somebody, id, OfferKinds.why(turn))
                    .then(no -> changes.take(somebody, no));
        });
    }

    private static Actor whoSaidNo(Turn turn, Optional<OfferSeen> offer) {
        return turn.alone(turn.town().person(offer.map(OfferSeen::volunteer).orElse(null)));
    }

    /** One of this order's offers to which somebody said no; where it has none, any, or one that never was. */
    private static Outcome<?> declined(Turn turn, BiFunction<Optional<OfferSeen>, OfferId, Outcome<?>> deed) {
        var offer = turn.looking().offers(turn.order()).stream()
                .sorted((one, other) -> Boolean.compare(isNo(other), isNo(one)))
                .findFirst();
        return deed.apply(offer, offer.map(OfferSeen::id).orElseGet(() -> new OfferId(Ids.next())));
    }

    private static boolean isNo(OfferSeen offer) {
        return offer.state().equals("DECLINED");
    }

    /** All that was taught is unlearnt: else nobody would come any more after some months. */
    private static Outcome<?> asAtFirst(Turn turn) {
        var helper = turn.one(turn.town().helpers());
        var station = Objects.requireNonNull(turn.town().homes().get(helper.person()));
        var profile =
                new Profile(station, 20_000, 1_500, new WeekHours("1".repeat(WeekHours.HOURS)), false, Set.of("理发"));
        var keepers = Town.both(List.of(helper), turn.town().over(station));
        return turn.the(Profiles.class).change(turn.by(keepers), helper.person(), profile);
    }
}
