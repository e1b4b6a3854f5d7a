package feiyan.dispatch.engine;

import java.util.Arrays;

/** What was changed, in order, so that it can be taken back or done again: an edge and whether it was added. */
final class Journal {

    private int[] changes = new int[1024];
    private int count;

    void added(int edge) {
        write(edge << 1 | 1);
    }

    void removed(int edge) {
        write(edge << 1);
    }

    private void write(int change) {
        if (count == changes.length) {
            changes = Arrays.copyOf(changes, 2 * count);
        }
        changes[count++] = change;
    }

    int mark() {
        return count;
    }

    int takeLast() {
        return changes[--count];
    }

    int[] since(int mark) {
        return Arrays.copyOfRange(changes, mark, count);
    }

    void forget() {
        count = 0;
    }

    static boolean isAdded(int change) {
        return (change & 1) == 1;
    }

    static int edge(int change) {
        return change >> 1;
    }
}
