package feiyan.orders;

import feiyan.accounts.Limit;
import feiyan.accounts.PersonId;
import feiyan.accounts.Throttles;
import feiyan.menu.ProjectId;
import feiyan.orders.OrderParties.Part;
import feiyan.platform.CountyId;
import feiyan.platform.Outcome;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.platform.Transactions;
import feiyan.units.Actor;
import feiyan.units.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * A link by which the requester says how it went without signing in; on a paper sheet it stands as a picture. It works
 * once for each time the order was served, until some weeks later, and shows nothing about anybody.
 */
@Service
public class RatingLinks {

    /** A village shares one network address: generous to those who mistype, useless to those who guess. */
    private static final List<Limit> WRONG =
            List.of(new Limit(30, Duration.ofMinutes(10)), new Limit(120, Duration.ofHours(6)));

    private final Transactions transactions;
    private final RatingTokens tokens;
    private final Verdicts verdicts;
    private final Handlers handlers;
    private final OrderStakeholders stakeholders;
    private final Optional<Proxies> proxies;
    private final Throttles throttles;
    private final Policies policies;
    private final InstantSource time;

    RatingLinks(
            Transactions transactions,
            RatingTokens tokens,
            Verdicts verdicts,
            Handlers handlers,
            OrderStakeholders stakeholders,
            Optional<Proxies> proxies,
            Throttles throttles,
            Policies policies,
            InstantSource time) {
        this.transactions = transactions;
        this.tokens = tokens;
        this.verdicts = verdicts;
        this.handlers = handlers;
        this.stakeholders = stakeholders;
        this.proxies = proxies;
        this.throttles = throttles;
        this.policies = policies;
        this.time = time;
    }

    /**
     * What stands on the page behind a link.
     *
     * @param project null for a need in free words, and for a confidential order
     * @param servedAt null where the service is still to come
     * @param byPaper whether the reader may copy here what the requester wrote on paper
     */
    public record Rateable(
            CountyId county,
            OrderId order,
            @Nullable ProjectId project,
            UnitId unit,
            @Nullable Instant servedAt,
            boolean byPaper) {}

    /** The path of the link for the present round; empty where there is nothing to rate, now or soon. */
    public Optional<String> of(CountyId county, OrderId order) {
        return tokens.find(county, order)
                .filter(found -> found.requester() != null
                        && !found.rated()
                        && EnumSet.of(State.ACCEPTED, State.IN_SERVICE, State.SERVED, State.CLOSED)
                                .contains(found.state()))
                .map(found -> "/r/" + tokens.of(found));
    }

    /**
     * Refused where it does not work any more or never did ({@code rating.link_ended}), before the service
     * ({@code rating.not_yet}), to those who served ({@code rating.own_work}).
     *
     * @param from the network address, where wrong ones are counted
     */
    public Outcome<Rateable> open(String token, Optional<Actor> reader, String from) {
        var found = tokens.read(token);
        return found.isEmpty()
                ? throttles.take("rating_link", from, WRONG).then(counted -> Outcome.refused("rating.link_ended"))
                : usable(found.get(), reader)
                        .map(sheet -> new Rateable(
                                sheet.county(),
                                sheet.order(),
                                sheet.shownProject(),
                                sheet.unit(),
                                sheet.servedAt(),
                                mayCopy(sheet, reader)));
    }

    private Outcome<RatingTokens.Sheet> usable(RatingTokens.Sheet sheet, Optional<Actor> reader) {
        var servedAt = sheet.servedAt();
        if (sheet.rated() || sheet.state() == State.CANCELLED || sheet.requester() == null) {
            return Outcome.refused("rating.link_ended");
        }
        if (servedAt == null || (sheet.state() != State.SERVED && sheet.state() != State.CLOSED)) {
            return Outcome.refused("rating.not_yet");
        }
        var days = policies.of(sheet.county()).get(Policy.RATING_LINK_DAYS);
        if (servedAt.plus(Duration.ofDays(days)).isBefore(time.instant())) {
            return Outcome.refused("rating.link_ended");
        }
        return reader.filter(somebody -> served(sheet, somebody)).isPresent()
                ? Outcome.refused("rating.own_work")
                : Outcome.done(sheet);
    }

    /** In person or at the desk that handled it: a unit calls the requester and notes what they say. */
    private boolean served(RatingTokens.Sheet sheet, Actor reader) {
        return reader.county().equals(sheet.county())
                && (handlers.isStaffOf(reader, sheet.unit())
                        || stakeholders
                                .parties(sheet.county(), sheet.order(), EnumSet.of(Part.LEADER, Part.SEAT))
                                .contains(reader.person()));
    }

    /** The swallow volunteers of the requester's station: they carry the paper. */
    private boolean mayCopy(RatingTokens.Sheet sheet, Optional<Actor> reader) {
        return reader.filter(somebody -> somebody.county().equals(sheet.county()))
                .filter(somebody -> !somebody.person().equals(sheet.requester()))
                .filter(somebody -> proxies.filter(rule -> rule.mayOrderFor(somebody, sheet.station()))
                        .isPresent())
                .isPresent();
    }

    /** @param rating by {@link Rating.How#LINK}, or by {@link Rating.How#PAPER} where the reader copies it */
    public Outcome<OrderId> rate(String token, Optional<Actor> reader, String from, Rating rating) {
        if (!rating.isInRange()) {
            return Outcome.refused("order.bad_score");
        }
        return open(token, reader, from)
                .then(rateable -> transactions.write(() -> written(token, rateable, reader, rating)));
    }

    private Outcome<OrderId> written(String token, Rateable rateable, Optional<Actor> reader, Rating rating) {
        var paper = rating.how() == Rating.How.PAPER;
        if (paper && !rateable.byPaper()) {
            return Outcome.refused("rating.not_your_paper");
        }
        return tokens.read(token)
                .map(sheet -> verdicts.byLink(
                        sheet.county(),
                        sheet.order(),
                        writer(sheet, paper, reader),
                        rating.by(paper ? Rating.How.PAPER : Rating.How.LINK),
                        order -> usable(sheet, reader).map(still -> new Command.Rate())))
                .orElseGet(() -> Outcome.refused("rating.link_ended"));
    }

    private static PersonId writer(RatingTokens.Sheet sheet, boolean paper, Optional<Actor> reader) {
        return paper ? reader.orElseThrow().person() : Objects.requireNonNull(sheet.requester());
    }
}
