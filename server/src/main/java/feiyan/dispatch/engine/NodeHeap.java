package feiyan.dispatch.engine;

import java.util.Arrays;

/** A binary heap of nodes by distance; a node may stand in it twice, the nearer first. */
final class NodeHeap {

    private long[] distance;
    private int[] node;
    private int size;

    NodeHeap(int expected) {
        distance = new long[Math.max(16, expected)];
        node = new int[distance.length];
    }

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    long least() {
        return distance[0];
    }

    void push(long length, int who) {
        if (size == node.length) {
            distance = Arrays.copyOf(distance, 2 * size);
            node = Arrays.copyOf(node, 2 * size);
        }
        int at = size++;
        while (at > 0 && distance[(at - 1) / 2] > length) {
            distance[at] = distance[(at - 1) / 2];
            node[at] = node[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        distance[at] = length;
        node[at] = who;
    }

    int pop() {
        int least = node[0];
        long length = distance[--size];
        int who = node[size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && distance[child + 1] < distance[child]) {
                child++;
            }
            if (distance[child] >= length) {
                break;
            }
            distance[at] = distance[child];
            node[at] = node[child];
            at = child;
        }
        distance[at] = length;
        node[at] = who;
        return least;
    }
}
