package feiyan.bench.crash;

import feiyan.bench.WrongUse;
import java.util.List;

/**
 * What somebody asked for.
 *
 * @param seed of which process when; what the machine makes of it is its own
 */
record Wish(int kills, int clients, long seed) {

    static Wish of(List<String> words) {
        var wish = new Wish(50, 32, System.nanoTime() % 1_000_000);
        for (int i = 0; i < words.size(); i += 2) {
            if (i + 1 == words.size()) {
                throw wrong();
            }
            wish = wish.with(words.get(i), number(words.get(i + 1)));
        }
        if (wish.kills < 1 || wish.clients < 1 || wish.clients > 200) {
            throw wrong();
        }
        return wish;
    }

    private Wish with(String flag, long value) {
        return switch (flag) {
            case "--kills" -> new Wish((int) value, clients, seed);
            case "--clients" -> new Wish(kills, (int) value, seed);
            case "--seed" -> new Wish(kills, clients, value);
            default -> throw wrong();
        };
    }

    private static long number(String word) {
        if (!word.matches("\\d{1,9}")) {
            throw wrong();
        }
        return Long.parseLong(word);
    }

    private static WrongUse wrong() {
        return new WrongUse("usage: " + CrashBench.USAGE);
    }
}
