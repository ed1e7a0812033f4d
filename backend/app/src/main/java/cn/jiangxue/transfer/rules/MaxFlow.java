package cn.jiangxue.transfer.rules;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/** The largest flow through a small network of whole capacities, by shortest augmenting paths. */
final class MaxFlow {

    private final long[][] capacity;

    MaxFlow(int nodes) {
        capacity = new long[nodes][nodes];
    }

    void pipe(int from, int to, long most) {
        capacity[from][to] = Math.max(0, most);
    }

    /** The flow from one node to another; uses the network up. */
    long through(int from, int to) {
        long flow = 0;
        int[] before = path(from, to);
        while (before[to] >= 0) {
            long most = Long.MAX_VALUE;
            for (int node = to; node != from; node = before[node]) {
                most = Math.min(most, capacity[before[node]][node]);
            }
            for (int node = to; node != from; node = before[node]) {
                capacity[before[node]][node] -= most;
                capacity[node][before[node]] += most;
            }
            flow += most;
            before = path(from, to);
        }
        return flow;
    }

    /** The node before each on a shortest path with room; -1 where none leads. */
    private int[] path(int from, int to) {
        int[] before = new int[capacity.length];
        Arrays.fill(before, -1);
        before[from] = from;
        Queue<Integer> open = new ArrayDeque<>();
        open.add(from);
        while (!open.isEmpty() && before[to] < 0) {
            int node = open.remove();
            for (int next = 0; next < capacity.length; next++) {
                if (before[next] < 0 && capacity[node][next] > 0) {
                    before[next] = node;
                    open.add(next);
                }
            }
        }
        return before;
    }
}
