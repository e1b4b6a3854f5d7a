package feiyan.bench.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is done to a server at work. */
enum Trouble {
    KILL_SERVER(true),
    KILL_DATABASE(true),
    KILL_BOTH(true),
    /** One process that serves a connection or writes in the background: PostgreSQL then starts all others anew. */
    KILL_ONE_BACKEND(true),
    CUT_CONNECTIONS(false),
    FILL_DISK(false),
    PAUSE_SERVER(false),
    PAUSE_DATABASE(false);

    private final boolean kills;

    Trouble(boolean kills) {
        this.kills = kills;
    }

    boolean kills() {
        return kills;
    }

    /** Rounds of each kind of kill in changing order, and after every second kill one of the rest in turn. */
    static List<Trouble> plan(int kills, Random random) {
        var plan = new ArrayList<Trouble>();
        var rest = kinds(false);
        var round = new ArrayList<Trouble>();
        for (int kill = 0; kill < kills; kill++) {
            if (round.isEmpty()) {
                round.addAll(kinds(true));
                Collections.shuffle(round.subList(0, kill == 0 ? 3 : round.size()), random);
            }
            plan.add(round.removeFirst());
            if (kill % 2 == 1) {
                plan.add(rest.get(kill / 2 % rest.size()));
            }
        }
        return plan;
    }

    private static List<Trouble> kinds(boolean kills) {
        return List.of(values()).stream().filter(each -> each.kills == kills).toList();
    }
}
