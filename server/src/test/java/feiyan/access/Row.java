package feiyan.access;

import feiyan.access.Knock.Answer;
import feiyan.access.Requests.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One route, tried by everybody; and what is wrong with it whatever the table says. */
final class Row {

    /** Where "not there" is answered, these ask for what is truly not there, too. */
    private static final Set<String> PROBED = Set.of("village.r", "station.u", "sister.d", "other.d");

    /** Look-ups by key that a refusal may cost more than "not there": nobody measures them through a network. */
    private static final int STATEMENTS_APART = 5;

    private final Route route;
    private final List<Field> fields;
    private final Map<String, Verdict> promised;
    private final Knock knock;
    private final Passes passes;
    private final List<Answer> forNothing = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Verdict> found = new LinkedHashMap<>();

    Row(Route route, List<Field> fields, Map<String, Verdict> promised, Knock knock, Passes passes) {
        this.route = route;
        this.fields = fields;
        this.promised = promised;
        this.knock = knock;
        this.passes = passes;
    }

    /** Everybody to whom something is promised. */
    void tryEverybody() {
        var onlyDenied = fields.stream().anyMatch(field -> field.name().equals("tried"));
        promised.forEach((column, verdict) -> {
            if (onlyDenied && !verdict.isDenied()) {
                found.put(column, verdict);
            } else {
                tried(column);
            }
        });
    }

    private void tried(String column) {
        var answer = knock.at(route, fields, passes.of(column, knock.moment(fields)));
        found.put(column, told(column, answer));
        if (answer.verdict().isDenied() && !answer.changed().isEmpty()) {
            wrong.add("%s was denied to %s, and changed %s".formatted(route, column, answer.changed()));
        }
        if (answer.verdict() == Verdict.MALFORMED) {
            wrong.add("%s by %s: %d".formatted(route, column, answer.response().getStatus()));
        }
    }

    /** Answered as what does not exist is answered, by status and in the very words: nobody has learnt that it does. */
    private Verdict told(String column, Answer answer) {
        var verdict = answer.verdict();
        if ((verdict != Verdict.REFUSED && verdict != Verdict.NOT_THERE) || !knock.namesSomething(route, fields)) {
            return verdict;
        }
        return !PROBED.contains(column) && forNothing.stream().anyMatch(answer::reads)
                ? unseen(verdict)
                : told(column, answer, nothing(column));
    }

    /** What is not there and what is refused before anybody looks are two answers, though neither tells anything. */
    private static Verdict unseen(Verdict verdict) {
        return verdict == Verdict.REFUSED ? Verdict.ALIKE : verdict;
    }

    private Answer nothing(String column) {
        var nothing = knock.forNothing(route, fields, passes.of(column, knock.moment(fields)));
        forNothing.add(nothing);
        return nothing;
    }

    private Verdict told(String column, Answer answer, Answer nothing) {
        if (!answer.reads(nothing)) {
            if (answer.verdict() == Verdict.NOT_THERE) {
                wrong.add("%s tells %s that it is there".formatted(route, column));
            }
            return answer.verdict();
        }
        int apart = Math.abs(answer.sent().size() - nothing.sent().size());
        if (apart > STATEMENTS_APART && PROBED.contains(column)) {
            wrong.add("%s takes %s longer where it is there: %d statements".formatted(route, column, apart));
        }
        return unseen(answer.verdict());
    }

    Route route() {
        return route;
    }

    Map<String, Verdict> promised() {
        return promised;
    }

    Map<String, Verdict> found() {
        return found;
    }

    List<String> wrong() {
        return wrong;
    }
}
