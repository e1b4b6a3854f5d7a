package feiyan.loop.walk;

import java.util.List;
import java.util.stream.Stream;

/** For each law at least one wrong, and for a law that looks at several things each of them. */
final class Tamperings {

    private Tamperings() {}

    static List<Tampering> all() {
        return Stream.of(
                        HistoryTamperings.all(),
                        ServiceTamperings.all(),
                        StandingTamperings.all(),
                        PartyTamperings.all(),
                        MinuteTamperings.all(),
                        ProofTamperings.all(),
                        PlanTamperings.all(),
                        OrderTamperings.all(),
                        RatingTamperings.all(),
                        OutboxTamperings.all())
                .flatMap(each -> each)
                .toList();
    }
}
