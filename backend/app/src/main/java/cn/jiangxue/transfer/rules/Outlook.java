package cn.jiangxue.transfer.rules;

import cn.jiangxue.transfer.rules.Packing.LoadCap;
import java.util.Arrays;
import java.util.List;

/** Whether there can still be room for all of a set, looked at from one side at a time: a no is certain, a yes is not. */
final class Outlook {

    private final ScaledPacking packing;
    private final Rooms rooms;
    private final List<Level> levels;

    /** By load cap: targets that its members take. */
    private final int[] takenBy;

    private final int[] fullest;

    /** Caps, by their place in the list, whose members are apart; and the targets that bins in none of them take. */
    private record Level(int[] caps, int outside) {}

    Outlook(ScaledPacking packing, Rooms rooms) {
        this.packing = packing;
        this.rooms = rooms;
        takenBy = rooms.loadCaps.stream()
                .mapToInt(cap ->
                        cap.members().stream().map(bin -> packing.takes[bin]).reduce(0, (a, b) -> a | b))
                .toArray();
        levels = PackingBound.levels(packing.packing).stream().map(this::level).toList();
        fullest = new int[packing.bins()];
    }

    /** What a look costs, in bins looked at. */
    long cost() {
        return takenBy.length + (long) rooms.counted.length * rooms.held.length;
    }

    boolean isOpen(int set) {
        return hasRoom(set) && hasCount(set);
    }

    private Level level(List<LoadCap> apart) {
        int outside = 0;
        for (int bin = 0; bin < packing.bins(); bin++) {
            int member = bin;
            outside |= apart.stream().anyMatch(cap -> cap.members().get(member)) ? 0 : packing.takes[bin];
        }
        return new Level(apart.stream().mapToInt(rooms.loadCaps::indexOf).toArray(), outside);
    }

    /** Whether in each dimension what the caps can still be filled with exactly adds up to what only they can take. */
    private boolean hasRoom(int set) {
        for (Level level : levels) {
            long sum = 0;
            for (int cap : level.caps()) {
                sum += packing.fillable(rooms.room[cap], takenBy[cap] & set);
            }
            if (sum < packing.value.of(set & ~level.outside())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the bins that hold something, and the fullest of those that may still be opened, can take what only they can. */
    private boolean hasCount(int set) {
        for (int cap = 0; cap < rooms.counted.length; cap++) {
            int[] weights = rooms.countCaps.get(cap).weights();
            long sum = 0;
            int outside = 0;
            int closed = 0;
            for (int bin = 0; bin < weights.length; bin++) {
                int fillable = packing.fillable(rooms.left[bin], packing.takes[bin] & set);
                if (weights[bin] == 0) {
                    outside |= packing.takes[bin];
                } else if (rooms.held[bin] > 0) {
                    sum += fillable;
                } else {
                    fullest[closed++] = fillable;
                }
            }
            Arrays.sort(fullest, 0, closed);
            long mayOpen = rooms.countCaps.get(cap).room() - rooms.counted[cap];
            for (int i = closed - 1; i >= Math.max(0, closed - mayOpen); i--) {
                sum += fullest[i];
            }
            if (sum < packing.value.of(set & ~outside)) {
                return false;
            }
        }
        return true;
    }
}
