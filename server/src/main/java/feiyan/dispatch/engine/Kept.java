package feiyan.dispatch.engine;

import java.util.Arrays;
import java.util.List;

/**
 * The cheapest so many seen so far: a heap with the dearest on top. Cost and person are one long, so ties are settled.
 */
final class Kept {

    private final long[] heap;
    private int size;

    Kept(int most) {
        heap = new long[most];
    }

    /** Whether nobody of this cost or more can still get in; who costs as much as the dearest might, by their place. */
    boolean noneAt(long cost) {
        return size == heap.length && (heap.length == 0 || cost > heap[0] >> Integer.SIZE);
    }

    void offer(int who, int cost) {
        long entry = (long) cost << Integer.SIZE | who;
        if (size < heap.length) {
            heap[size] = entry;
            rise(size++);
        } else if (heap.length > 0 && entry < heap[0]) {
            heap[0] = entry;
            sink();
        }
    }

    List<Candidate> sorted() {
        var entries = Arrays.copyOf(heap, size);
        Arrays.sort(entries);
        return Arrays.stream(entries)
                .mapToObj(entry -> new Candidate((int) entry, (int) (entry >> Integer.SIZE)))
                .toList();
    }

    private void rise(int at) {
        long entry = heap[at];
        int child = at;
        while (child > 0 && heap[(child - 1) / 2] < entry) {
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
            if (child + 1 < size && heap[child + 1] > heap[child]) {
                child++;
            }
            if (heap[child] <= entry) {
                break;
            }
            heap[parent] = heap[child];
            parent = child;
        }
        heap[parent] = entry;
    }
}
