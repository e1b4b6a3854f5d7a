package feiyan.bench.dispatch;

import feiyan.dispatch.engine.Invitee;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * People who are asked again and again, and tire of it: each message of the last seven days takes a tenth off the
 * chance that the next is answered. At night an answer takes until the morning.
 */
final class Crowd {

    private static final double FATIGUE = 0.9;
    private static final int WEEK = 7 * 1_440;
    private static final int MORNING = 7 * 60;
    private static final int NIGHT = 22 * 60;

    private final SplittableRandom random;
    private final double[] saysYes;
    private final double[] meanMinutes;
    private final List<List<Integer>> askedAt;
    private long messages;

    Crowd(int people, SplittableRandom random) {
        this.random = random;
        saysYes = random.doubles(people)
                .map(draw -> 0.05 + 0.5 * Math.sqrt(draw) * draw)
                .toArray();
        meanMinutes = random.doubles(people).map(draw -> 20 + 280 * draw * draw).toArray();
        askedAt = IntStream.range(0, people)
                .mapToObj(who -> (List<Integer>) new ArrayList<Integer>())
                .toList();
    }

    /** What the platform knows of somebody: how they used to answer, and how often they were asked lately. */
    Invitee known(int who, int cost, int now) {
        return new Invitee(who, cost, saysYes[who] * Math.pow(FATIGUE, recent(who, now)), meanMinutes[who]);
    }

    /** Sends a message; the minute at which a yes comes, or never. */
    int ask(int who, int now) {
        messages++;
        double yes = saysYes[who] * Math.pow(FATIGUE, recent(who, now));
        askedAt.get(who).add(now);
        if (random.nextDouble() >= yes) {
            return Integer.MAX_VALUE;
        }
        int at = now + (int) Math.ceil(-meanMinutes[who] * Math.log(1 - random.nextDouble()));
        return awake(at);
    }

    private int recent(int who, int now) {
        return (int) askedAt.get(who).stream().filter(at -> at > now - WEEK).count();
    }

    private static int awake(int at) {
        int minute = at % 1_440;
        if (minute >= NIGHT) {
            return at - minute + 1_440 + MORNING;
        }
        return minute < MORNING ? at - minute + MORNING : at;
    }

    long messages() {
        return messages;
    }
}
