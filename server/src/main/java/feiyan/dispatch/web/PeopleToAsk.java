package feiyan.dispatch.web;

import feiyan.accounts.PersonId;
import feiyan.dispatch.Candidates;
import feiyan.dispatch.Rolls;
import feiyan.dispatch.pool.Judged;
import feiyan.orders.ServiceSheet;
import feiyan.orders.ServiceSheets;
import feiyan.orders.Slot;
import feiyan.platform.CountyId;
import feiyan.units.Actor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Each person once: at the head of the page, or in the list of the best. */
@Component
class PeopleToAsk {

    private final Candidates candidates;
    private final ServiceSheets sheets;
    private final CandidateLines lines;

    PeopleToAsk(Candidates candidates, ServiceSheets sheets, CandidateLines lines) {
        this.candidates = candidates;
        this.sheets = sheets;
        this.lines = lines;
    }

    /**
     * @param wished whom the resident asked for
     * @param named who goes by the name that was typed
     * @param best the cheapest of those who may be asked
     * @param nobodyByThatName not even at the head of the page
     */
    record Found(
            List<CandidateLine> wished, List<CandidateLine> named, List<CandidateLine> best, boolean nobodyByThatName) {

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
    Found of(Actor actor, Rolls.Roll roll, Slot time, String name) {
        var order = roll.order();
        var wished = candidates.wished(actor, order, time).stream().toList();
        var named = name.isEmpty() ? List.<Judged>of() : candidates.named(actor, order, time, name);
        var best = candidates.best(actor, order, time);
        var all = lines(actor.county(), roll, List.of(wished, named, best));
        return new Found(
                of(wished, all),
                without(wished, of(named, all)),
                without(named, without(wished, of(best, all))),
                named.isEmpty());
    }

    private List<CandidateLine> lines(CountyId county, Rolls.Roll roll, List<List<Judged>> lists) {
        var each = new LinkedHashMap<PersonId, Judged>();
        lists.forEach(
                list -> list.forEach(one -> each.putIfAbsent(one.suggestion().volunteer(), one)));
        var already = OnThisOrder.of(roll, own(county, roll.order(), each.keySet()));
        return lines.of(county, roll.order(), List.copyOf(each.values()), already);
    }

    /** Most often nobody, which one question tells. */
    private Set<PersonId> own(CountyId county, ServiceSheet order, Set<PersonId> people) {
        return sheets.isOrderOf(county, order.id(), people)
                ? people.stream()
                        .filter(person -> sheets.isOrderOf(county, order.id(), List.of(person)))
                        .collect(Collectors.toSet())
                : Set.of();
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
