package feiyan.dispatch.web;

import feiyan.dispatch.ReasonFacts;
import feiyan.dispatch.pool.Hush;
import feiyan.dispatch.pool.Judged;
import feiyan.dispatch.pool.Member;
import feiyan.dispatch.pool.Pool;
import feiyan.dispatch.pool.Pools;
import feiyan.dispatch.pool.Suggestion;
import feiyan.orders.ServiceSheet;
import feiyan.platform.CountyId;
import feiyan.platform.Policies;
import feiyan.platform.Policy;
import feiyan.volunteers.VolunteerCard;
import feiyan.volunteers.Volunteers;
import feiyan.web.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says of each candidate why, in words. Names come from the register: the pool keeps none. */
@Component
class CandidateLines {

    private final Volunteers volunteers;
    private final Pools pools;
    private final Policies policies;
    private final Times times;

    CandidateLines(Volunteers volunteers, Pools pools, Policies policies, Times times) {
        this.volunteers = volunteers;
        this.pools = pools;
        this.policies = policies;
        this.times = times;
    }

    /** In the given order; whoever has left meanwhile is not among them. */
    List<CandidateLine> of(CountyId county, ServiceSheet order, List<Judged> people) {
        var cards = volunteers.cards(
                county, people.stream().map(one -> one.suggestion().volunteer()).toList());
        var pool = pools.of(county);
        var policy = policies.of(county);
        var lines = new ArrayList<CandidateLine>();
        for (var one : people) {
            var card = cards.get(one.suggestion().volunteer());
            if (card != null) {
                member(pool, one).ifPresent(member -> lines.add(line(lines.size() + 1, card, member, one, order, policy)));
            }
        }
        return lines;
    }

    private static Optional<Member> member(Pool pool, Judged one) {
        return pool.member(one.suggestion().volunteer());
    }

    private CandidateLine line(
            int place, VolunteerCard card, Member member, Judged one, ServiceSheet order, Policy policy) {
        var as = one.suggestion();
        return new CandidateLine(
                place,
                card.id(),
                card.number(),
                card.name(),
                ReasonWords.of(facts(as, order)),
                ReasonWords.terms(as.terms()),
                as.cost(),
                one.against().stream()
                        .map(obstacle -> ObstacleWords.of(obstacle, member, as, policy))
                        .toList(),
                one.hush().stream()
                        .map(hush -> ObstacleWords.of(hush, as, until(member)))
                        .toList(),
                one.hush().contains(Hush.PAUSED),
                member.home());
    }

    private String until(Member member) {
        return member.pausedUntil() == null ? "" : times.day(member.pausedUntil());
    }

    private static ReasonFacts facts(Suggestion as, ServiceSheet order) {
        return new ReasonFacts(
                as.metres(),
                as.terms(),
                as.visitsBefore(),
                as.minutesThisWeek(),
                as.askedThisWeek(),
                Objects.equals(as.volunteer(), order.named()));
    }
}
