package feiyan.dispatch.web;

import feiyan.dispatch.ReasonFacts;
import feiyan.dispatch.pool.Hush;
import feiyan.dispatch.pool.Judged;
import feiyan.dispatch.pool.Member;
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
import java.util.stream.Stream;
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

    /** Somebody of whom there is something to say. */
    private record Someone(Judged judged, VolunteerCard card, Member member) {

        Suggestion as() {
            return judged.suggestion();
        }
    }

    /** In the given order; whoever has left meanwhile is not among them. */
    List<CandidateLine> of(CountyId county, ServiceSheet order, List<Judged> people, OnThisOrder already) {
        var policy = policies.of(county);
        var lines = new ArrayList<CandidateLine>();
        for (var one : known(county, people)) {
            lines.add(line(lines.size() + 1, one, order, against(one, already, policy), hush(one, already)));
        }
        return lines;
    }

    private List<Someone> known(CountyId county, List<Judged> people) {
        var cards = volunteers.cards(
                county, people.stream().map(one -> one.suggestion().volunteer()).toList());
        var pool = pools.of(county);
        return people.stream()
                .flatMap(one -> {
                    var id = one.suggestion().volunteer();
                    return Stream.ofNullable(cards.get(id))
                            .flatMap(card -> pool.member(id).stream().map(member -> new Someone(one, card, member)));
                })
                .toList();
    }

    private static List<Reason> against(Someone one, OnThisOrder already, Policy policy) {
        var rules = one.judged().against().stream()
                .map(obstacle -> ObstacleWords.of(obstacle, one.member(), one.as(), policy));
        return Stream.concat(already.against(one.card().id()), rules).toList();
    }

    private List<Reason> hush(Someone one, OnThisOrder already) {
        var until =
                one.member().pausedUntil() == null ? "" : times.day(one.member().pausedUntil());
        var hushes = one.judged().hush().stream().map(hush -> ObstacleWords.of(hush, one.as(), until));
        return Stream.concat(already.said(one.card().id()), hushes).toList();
    }

    private static CandidateLine line(
            int place, Someone one, ServiceSheet order, List<Reason> against, List<Reason> hush) {
        return new CandidateLine(
                place,
                one.card().id(),
                one.card().number(),
                one.card().name(),
                ReasonWords.of(facts(one.as(), order)),
                ReasonWords.terms(one.as().terms()),
                one.as().cost(),
                against,
                hush,
                one.judged().hush().contains(Hush.PAUSED),
                one.member().home());
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
