package feiyan.dispatch.pool;

import feiyan.dispatch.engine.CandidateIndex;
import feiyan.dispatch.engine.FreeVolunteer;
import feiyan.dispatch.engine.Weights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engine's index for each of the weeks that were asked for last, made when first asked for. */
final class WeekIndexes {

    /** Orders are mostly for this week and the next. */
    private static final int KEPT = 4;
    /** Whoever registers takes such a place; when they are gone, the indexes are made anew. */
    private static final int PLACES_TO_SPARE = 256;

    private record Key(LocalDate week, Weights weights) {}

    private final EngineTerms engine;
    private final Map<Key, CandidateIndex> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CandidateIndex> eldest) {
            return size() > KEPT;
        }
    };

    WeekIndexes(EngineTerms engine) {
        this.engine = engine;
    }

    /** @param members by their place, null for who left */
    synchronized CandidateIndex of(LocalDate week, Weights weights, List<@Nullable Member> members) {
        return kept.computeIfAbsent(new Key(week, weights), key -> made(key, members));
    }

    private CandidateIndex made(Key key, List<@Nullable Member> members) {
        var all = new ArrayList<FreeVolunteer>(members.size() + PLACES_TO_SPARE);
        for (int place = 0; place < members.size(); place++) {
            all.add(volunteer(place, members.get(place), key.week()));
        }
        for (int spare = 0; spare < PLACES_TO_SPARE; spare++) {
            all.add(EngineTerms.nobody(all.size()));
        }
        return new CandidateIndex(all, key.weights());
    }

    private FreeVolunteer volunteer(int place, @Nullable Member member, LocalDate week) {
        return member == null ? EngineTerms.nobody(place) : engine.volunteer(place, member, week);
    }

    /** Nobody may read an index meanwhile. */
    synchronized void changed(int place, @Nullable Member now) {
        kept.values().removeIf(index -> place >= index.size());
        kept.forEach((key, index) -> index.changed(place, volunteer(place, now, key.week())));
    }
}
