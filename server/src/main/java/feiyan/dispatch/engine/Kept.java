package feiyan.dispatch.engine;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest so many seen so far: a heap with the dearest on top. Cost and person are one long; of those who cost the
 * same somebody's turn may come before the person.
 */
final class Kept {

    private final long[] heap;
    private final @Nullable IntBinaryOperator turns;
    private int size;

    Kept(int most) {
        this(most, null);
    }

    /** @param turns of two who cost the same, as a comparator says whose turn is first; null: by place */
    Kept(int most, @Nullable IntBinaryOperator turns) {
        heap = new long[most];
        this.turns = turns;
    }

    /** Whether nobody of this cost or more can still get in; who costs as much as the dearest might, by their place. */
    boolean noneAt(long cost) {
        return size == heap.length && (heap.length == 0 || cost > heap[0] >> Integer.SIZE);
    }

    /** Whether they would be among them. */
    boolean takes(int who, int cost) {
        return size < heap.length || (heap.length > 0 && before(entry(who, cost), heap[0]));
    }

    private static long entry(int who, int cost) {
        return (long) cost << Integer.SIZE | who;
    }

    private boolean before(long one, long other) {
        if (turns == null || one >> Integer.SIZE != other >> Integer.SIZE) {
            return one < other;
        }
        int byTurn = turns.applyAsInt((int) one, (int) other);
        return byTurn == 0 ? one < other : byTurn < 0;
    }

    void offer(int who, int cost) {
        long entry = entry(who, cost);
        if (size < heap.length) {
            heap[size] = entry;
            rise(size++);
        } else if (heap.length > 0 && before(entry, heap[0])) {
            heap[0] = entry;
            sink();
        }
    }

    List<Candidate> sorted() {
        var entries = Arrays.copyOf(heap, size);
        var inOrder = turns == null
                ? Arrays.stream(entries).sorted()
                : Arrays.stream(entries)
                        .boxed()
                        .sorted((one, other) -> before(one, other) ? -1 : 1)
                        .mapToLong(Long::longValue);
        return inOrder.mapToObj(entry -> new Candidate((int) entry, (int) (entry >> Integer.SIZE)))
                .toList();
    }

    private void rise(int at) {
        long entry = heap[at];
        int child = at;
        while (child > 0 && before(heap[(child - 1) / 2], entry)) {
            heap[child] = heap[(child - 1) / 2];
            child = (child - 1) / 2;
        }
        heap[child] = entry;
    }

    private void sink() {
        long entry = heap[0];
        int parent = 0;
        while (2 * parent + 1 < size) {
            int child = 2 * parent + 1;
            if (child + 1 < size && before(heap[child], heap[child + 1])) {
                child++;
            }
            if (!before(entry, heap[child])) {
                break;
            }
            heap[parent] = heap[child];
            parent = child;
        }
        heap[parent] = entry;
    }
}
