package feiyan.triage;

import java.util.Comparator;

/** How near the words of a need are to a project: 0 nothing in common, 1 the same. */
record Near(String code, double score) implements Comparable<Near> {

    private static final Comparator<Near> ORDER =
            Comparator.comparingDouble(Near::score).reversed().thenComparing(Near::code);

    @Override
    public int compareTo(Near other) {
        return ORDER.compare(this, other);
    }
}
