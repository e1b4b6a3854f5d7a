package feiyan.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;

/** Names that nobody else in the county has, in an order that the luck decides. */
final class Names {

    private final Deque<String> left;

    Names(DemoWords words, Luck luck) {
        var all = new ArrayList<String>();
        for (var surname : words.signs("surnames")) {
            words.signs("givens").forEach(given -> all.add(words.say("name", surname, given)));
        }
        luck.shuffle(all);
        this.left = new ArrayDeque<>(all);
    }

    String next() {
        return left.removeFirst();
    }
}
