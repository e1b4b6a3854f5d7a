package feiyan.dispatch;

import feiyan.orders.OrderId;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.orders.WaitingOrders;
import feiyan.platform.Policy;
import feiyan.units.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The door to "why was I not asked": services of one's own village that one has the skill for and others were asked
 * for. Told of oneself alone, from what was kept when they were asked.
 */
@Component
public class OthersAsked {

    public static final Duration LOOKING_BACK = Duration.ofDays(14);

    private static final int MOST = 30;

    private final HelperFactsRows helpers;
    private final OpenSeatReach reach;
    private final Planning planning;
    private final WaitingOrders orders;
    private final OthersAskedRows rows;
    private final InstantSource clock;

    OthersAsked(
            HelperFactsRows helpers,
            OpenSeatReach reach,
            Planning planning,
            WaitingOrders orders,
            OthersAskedRows rows,
            InstantSource clock) {
        this.helpers = helpers;
        this.reach = reach;
        this.planning = planning;
        this.orders = orders;
        this.rows = rows;
        this.clock = clock;
    }

    /** The latest first; nothing for who is no volunteer. */
    public List<OtherAsked> of(Actor actor) {
        var now = clock.instant();
        var policy = planning.policy(actor.county());
        var span = new Slot(now.minus(LOOKING_BACK), now.plus(OpenTimes.HORIZON));
        return helpers.of(actor.county(), actor.person(), span)
                .map(self -> of(actor, self, policy, span, now))
                .orElse(List.of());
    }

    private List<OtherAsked> of(Actor actor, HelperFacts self, Policy policy, Slot span, Instant now) {
        var county = actor.county();
        var projects = planning.projects(county);
        var sheets = orders.ofVillage(county, reach.of(county, self, projects), span.from(), span.to(), MOST);
        var ids = sheets.stream().map(ServiceSheet::id).toList();
        var asked = rows.of(county, actor.person(), ids, span.from()).stream()
                .collect(Collectors.groupingBy(OthersAskedRows.Row::order));
        var oneself = new Oneself(
                new OpenSeatFit(self, projects, Map.of(), policy, now),
                rows.asked(county, actor.person(), span.from().minus(OfferReasons.A_WEEK)),
                rows.knownTo(county, actor.person(), ids));
        return sheets.stream()
                .flatMap(sheet -> oneself.why(sheet, asked.getOrDefault(sheet.id(), List.of())).stream())
                .toList();
    }

    /**
     * Who was not asked.
     *
     * @param asked when they were, for whatever it was
     * @param known orders of households that they have served
     */
    private record Oneself(OpenSeatFit fit, List<Instant> asked, Set<OrderId> known) {

        /** Empty where nobody was asked, or they were. */
        Optional<OtherAsked> why(ServiceSheet sheet, List<OthersAskedRows.Row> offers) {
            if (offers.isEmpty() || offers.stream().anyMatch(OthersAskedRows.Row::mine)) {
                return Optional.empty();
            }
            var time = sheet.timeOr(offers.getLast().proposed());
            var against = fit.against(sheet, time);
            var compared = new Compared(
                    offers,
                    fit.metres(sheet),
                    fit.self().bookedInWeekOf(time),
                    askedBefore(offers.getFirst().madeAt()),
                    known.contains(sheet.id()));
            return Optional.of(new OtherAsked(
                    fit.service(sheet),
                    time,
                    against,
                    against.isEmpty() ? compared.why(fit.policy().get(Policy.OFFERS_A_WEEK)) : Set.of()));
        }

        private int askedBefore(Instant moment) {
            return (int) asked.stream()
                    .filter(at -> at.isBefore(moment) && at.isAfter(moment.minus(OfferReasons.A_WEEK)))
                    .count();
        }
    }
}
