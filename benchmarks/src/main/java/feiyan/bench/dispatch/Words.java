package feiyan.bench.dispatch;

import feiyan.bench.WrongUse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words behind a command: one folder at most, {@code --flag value} and lone {@code --switch}es. */
public record Words(List<String> plain, Map<String, String> flags) {

    public static Words of(List<String> words, Set<String> flags, Set<String> switches, String usage) {
        var left = new ArrayDeque<>(words);
        var plain = new ArrayList<String>();
        var read = new HashMap<String, String>();
        while (!left.isEmpty()) {
            var word = left.pop();
            if (switches.contains(word)) {
                read.put(word, "");
            } else if (flags.contains(word) && !left.isEmpty()) {
                read.put(word, left.pop());
            } else if (word.startsWith("--")) {
                throw new WrongUse("usage: " + usage);
            } else {
                plain.add(word);
            }
        }
        return new Words(List.copyOf(plain), Map.copyOf(read));
    }

    public String only(String usage) {
        if (plain.size() != 1) {
            throw new WrongUse("usage: " + usage);
        }
        return plain.getFirst();
    }

    public boolean has(String word) {
        return flags.containsKey(word);
    }

    public long number(String flag, long otherwise, long least, long most) {
        var word = flags.get(flag);
        if (word == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(word);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw new WrongUse("%s: a whole number from %d to %d, not \"%s\"".formatted(flag, least, most, word));
    }

    public double seconds(String flag, double otherwise) {
        var word = flags.get(flag);
        if (word == null) {
            return otherwise;
        }
        try {
            double seconds = Double.parseDouble(word);
            if (seconds >= 0 && seconds <= 86_400) {
                return seconds;
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw new WrongUse("%s: seconds, not \"%s\"".formatted(flag, word));
    }
}
