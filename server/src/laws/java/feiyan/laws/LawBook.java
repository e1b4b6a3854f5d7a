package feiyan.laws;

import java.util.List;
import java.util.stream.Stream;

/** All of them. */
public final class LawBook {

    private static final List<Law> ALL = Stream.of(
                    HistoryLaws.all(),
                    ServiceLaws.all(),
                    PartyLaws.all(),
                    MinuteLaws.all(),
                    ProofLaws.all(),
                    PlanLaws.all(),
                    OrderLaws.all(),
                    OutboxLaws.all())
            .flatMap(List::stream)
            .toList();

    private LawBook() {}

    public static List<Law> all() {
        return ALL;
    }
}
