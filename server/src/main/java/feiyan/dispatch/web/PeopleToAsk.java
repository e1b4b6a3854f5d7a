package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Candidates;
import feiyan.dispatch.pool.Judged;
import feiyan.orders.ServiceSheet;
import feiyan.orders.Slot;
import feiyan.units.Actor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** Each person once: at the head of the page, or in the list of the best. */
@Component
class PeopleToAsk {

    private final Candidates candidates;
    private final CandidateLines lines;

    PeopleToAsk(Candidates candidates, CandidateLines lines) {
        this.candidates = candidates;
        this.lines = lines;
    }

    /**
     * @param wished whom the resident asked for
     * @param named who goes by the name that was typed
     * @param best the cheapest of those who may be asked
     * @param nobodyByThatName not even at the head of the page
     */
    record Found(
            List<CandidateLine> wished,
            List<CandidateLine> named,
            List<CandidateLine> best,
            boolean nobodyByThatName) {

        /** In the order of the page. */
        List<CandidateLine> all() {
            var all = new ArrayList<>(wished);
            all.addAll(named);
            all.addAll(best);
            return all;
        }

        long canBeAsked() {
            return all().stream().filter(CandidateLine::canBeAsked).count();
        }
    }

    /** @param name empty where nobody in particular is looked for */
    Found of(Actor actor, ServiceSheet order, Slot time, String name) {
        var wished = candidates.wished(actor, order, time).stream().toList();
        var named = name.isEmpty() ? List.<Judged>of() : candidates.named(actor, order, time, name);
        var best = candidates.best(actor, order, time);
        var each = new LinkedHashMap<PersonId, Judged>();
        for (var list : List.of(wished, named, best)) {
            list.forEach(one -> each.putIfAbsent(one.suggestion().volunteer(), one));
        }
        var all = lines.of(actor.county(), order, List.copyOf(each.values()));
        return new Found(of(wished, all), without(wished, of(named, all)), without(named, without(wished, of(best, all))), named.isEmpty());
    }

    private static List<CandidateLine> of(List<Judged> people, List<CandidateLine> all) {
        return all.stream().filter(line -> isIn(people, line)).toList();
    }

    private static List<CandidateLine> without(List<Judged> shown, List<CandidateLine> lines) {
        return lines.stream().filter(line -> !isIn(shown, line)).toList();
    }

    private static boolean isIn(List<Judged> people, CandidateLine line) {
        return people.stream().anyMatch(one -> one.suggestion().volunteer().equals(line.id()));
    }
}
