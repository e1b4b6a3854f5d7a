package feiyan.dispatch.web;

import feiyan.dispatch.ReasonFacts;
import feiyan.dispatch.engine.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why this volunteer, as short phrases for every page that proposes somebody: 1.2 km, here three times, two hours this
 * week. Places are known to about 200 m, so nothing nearer is told apart.
 */
public final class ReasonWords {

    private static final int NEXT_DOOR = 200;
    private static final int KILOMETRE = 1000;

    private ReasonWords() {}

    /** What speaks for them first, then how much is asked of them already. */
    public static List<Reason> of(ReasonFacts facts) {
        var all = new ArrayList<Reason>();
        if (facts.wished()) {
            all.add(Reason.of("dispatch.reason.wished"));
        }
        all.add(way(facts.metres()));
        if (facts.visitsBefore() > 0) {
            all.add(Reason.of("dispatch.reason.visits", facts.visitsBefore()));
        }
        all.addAll(thisWeek(facts));
        return all;
    }

    /** Most people have an empty week: that is one word of two hundred lines, not two. */
    private static List<Reason> thisWeek(ReasonFacts facts) {
        if (facts.minutesThisWeek() == 0 && facts.askedThisWeek() == 0) {
            return List.of(Reason.of("dispatch.reason.free_week"));
        }
        return List.of(
                facts.minutesThisWeek() == 0
                        ? Reason.of("dispatch.reason.week.none")
                        : Reason.of("dispatch.reason.week", facts.minutesThisWeek() / 60.0),
                facts.askedThisWeek() == 0
                        ? Reason.of("dispatch.reason.asked.none")
                        : Reason.of("dispatch.reason.asked", facts.askedThisWeek()));
    }

    private static Reason way(@Nullable Integer metres) {
        if (metres == null) {
            return Reason.of("dispatch.reason.remote");
        }
        if (metres < NEXT_DOOR) {
            return Reason.of("dispatch.reason.next_door", NEXT_DOOR);
        }
        return metres < KILOMETRE
                ? Reason.of("dispatch.reason.metres", Math.round(metres / 100.0) * 100)
                : Reason.of("dispatch.reason.kilometres", metres / (double) KILOMETRE);
    }

    /**
     * What makes them dearer than somebody next door whom nothing speaks against: each term in metres of road, with its
     * name ({@code code}) and what it means ({@code code + ".means"}). What costs nothing is not said.
     */
    public static List<Reason> terms(Terms terms) {
        return Stream.of(
                        term("way", terms.way()),
                        term("recent", terms.recent()),
                        term("rating", terms.rating()),
                        term("response", terms.response()),
                        term("language", terms.language()),
                        term("party", terms.party()),
                        term("previous", terms.previous()),
                        term("named", terms.named()))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Reason> term(String name, int metres) {
        return metres == 0 ? List.of() : List.of(Reason.of("dispatch.term." + name, metres));
    }
}
