package feiyan.bench.crash;

import feiyan.bench.crash.Receiver.Step;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** What the run came to, as one line of JSON. */
final class Summary {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<Trouble, Integer> done = new EnumMap<>(Trouble.class);
    private final Map<Trouble, Duration> outages = new EnumMap<>(Trouble.class);
    private final Map<String, Object> rest = new LinkedHashMap<>();
    private Found worst = Found.NOTHING;
    private int acknowledged;
    private int leftOut;
    private long untold;
    private int toldTwice;
    private boolean isClean = true;

    void struck(Trouble trouble, boolean wasDone, Duration silence, Found found) {
        worst = worst.worstOf(found);
        if (wasDone) {
            done.merge(trouble, 1, Integer::sum);
            outages.merge(trouble, silence, (a, b) -> a.compareTo(b) > 0 ? a : b);
        } else {
            leftOut++;
        }
    }

    /** Each step was told, and none by two messages. */
    void atTheEnd(Found found, long waiting, Set<Step> steps, Map<String, Step> messages) {
        worst = worst.worstOf(found);
        var told = new HashSet<>(messages.values());
        untold = waiting + steps.stream().filter(step -> !told.contains(step)).count();
        toldTwice = messages.size() - told.size();
        rest.put("messages", messages.size());
    }

    void counts(Wish wish, Ledger ledger, Receiver receiver, CuttingProxy line) {
        var counts = ledger.counts();
        rest.put("messages_repeated", receiver.repeated());
        rest.put("messages_untold", untold);
        rest.put("messages_forged", receiver.forged());
        rest.put("loops", counts.loops());
        rest.put("without_answer", counts.withoutAnswer());
        rest.put("told_to_wait", counts.toldToWait());
        rest.put("replayed", counts.replayed());
        rest.put("replayed_otherwise", counts.otherAnswers());
        rest.put("refused", counts.refused());
        rest.put("errors_500", counts.bugs());
        rest.put("cuts", line.cuts());
        rest.put("clients", wish.clients());
        rest.put("seed", wish.seed());
        acknowledged = counts.acknowledged();
        isClean = untold + receiver.forged() + counts.otherAnswers() + counts.refused() == 0;
    }

    boolean isSound() {
        return isClean && toldTwice == 0 && worst.isNothing();
    }

    Found worst() {
        return worst;
    }

    String json() {
        var all = new LinkedHashMap<String, Object>();
        all.put("kills", sum(true));
        all.put("acknowledged", acknowledged);
        all.put("lost", worst.lost());
        all.put("duplicated", worst.duplicated() + toldTwice);
        all.put("illegal", worst.illegal());
        all.put(
                "max_outage_s",
                seconds(outages.values().stream().max(Duration::compareTo).orElse(Duration.ZERO)));
        all.put("other_troubles", sum(false));
        all.put("left_out", leftOut);
        done.forEach((trouble, times) -> all.put(trouble.name().toLowerCase(Locale.ROOT), times));
        outages.forEach((trouble, longest) ->
                all.put("max_outage_s_" + trouble.name().toLowerCase(Locale.ROOT), seconds(longest)));
        all.putAll(rest);
        return JSON.writeValueAsString(all);
    }

    private int sum(boolean kills) {
        return done.entrySet().stream()
                .filter(each -> each.getKey().kills() == kills)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static double seconds(Duration duration) {
        return Math.round(duration.toMillis() / 100.0) / 10.0;
    }
}
