package feiyan.bench;

import feiyan.triage.Example;
import feiyan.triage.Triage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Each example read by a triage that learned from the others: ten folds, several times over, always the same. */
final class CrossValidation {

    private static final int FOLDS = 10;

    private CrossValidation() {}

    static Score of(List<Example> examples, int times) {
        return new Score(IntStream.range(0, times)
                .boxed()
                .flatMap(time -> round(examples, time))
                .toList());
    }

    private static Stream<Score.Read> round(List<Example> examples, int seed) {
        var shuffled = new ArrayList<>(examples);
        Collections.shuffle(shuffled, new Random(seed));
        return IntStream.range(0, FOLDS).boxed().flatMap(fold -> {
            var apart = part(shuffled, fold, true);
            return Score.of(Triage.learnedFrom(part(shuffled, fold, false)), apart).read().stream();
        });
    }

    private static List<Example> part(List<Example> shuffled, int fold, boolean inside) {
        return IntStream.range(0, shuffled.size())
                .filter(i -> (i % FOLDS == fold) == inside)
                .mapToObj(shuffled::get)
                .toList();
    }
}
