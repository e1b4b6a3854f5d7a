package feiyan.bench;

import feiyan.triage.Example;
import feiyan.triage.Reading;
import feiyan.triage.Triage;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * How well readings meet what was meant. hit1 and hit3 are shares of the rows that name a project; a row with two needs
 * is a hit when either is found. Emergencies count in recall alone, rows for which there is no project in false alarms.
 */
record Score(List<Read> read) {

    record Read(Example example, Reading reading) {

        boolean hit(int among) {
            return reading.projects().stream().limit(among).anyMatch(example.projects()::contains);
        }

        boolean alarmed() {
            return reading.emergency().isPresent();
        }

        boolean hasProject() {
            return !example.projects().isEmpty();
        }
    }

    static Score of(Triage triage, Collection<Example> examples) {
        return new Score(examples.stream()
                .map(example -> new Read(example, triage.read(example.words())))
                .toList());
    }

    double hit(int among) {
        return share(read.stream()
                .filter(Read::hasProject)
                .map(row -> row.hit(among))
                .toList());
    }

    double emergencyRecall() {
        return share(read.stream()
                .filter(row -> row.example().emergency())
                .map(Read::alarmed)
                .toList());
    }

    double falseAlarms() {
        return share(read.stream()
                .filter(row -> !row.example().emergency())
                .map(Read::alarmed)
                .toList());
    }

    /** Of the rows with neither project nor emergency, how many got no suggestion. */
    double silence() {
        return share(read.stream()
                .filter(row -> !row.hasProject() && !row.example().emergency())
                .map(row -> row.reading().projects().isEmpty())
                .toList());
    }

    /** 0 where there is nothing to count: a file without emergencies shows no recall. */
    private static double share(List<Boolean> outcomes) {
        return outcomes.isEmpty()
                ? 0
                : (double) outcomes.stream().filter(yes -> yes).count() / outcomes.size();
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"rows\":%d,\"hit1\":%.4f,\"hit3\":%.4f,\"emergency_recall\":%.4f,\"false_alarms\":%.4f}",
                read.size(),
                hit(1),
                hit(3),
                emergencyRecall(),
                falseAlarms());
    }
}
