package cn.jiangxue.proof;

import java.util.List;

/** Verifies proofs (RFC 9162 sections 2.1.3.2 and 2.1.4.2). A proof that does not hold is answered by false, however malformed. */
public final class Proofs {

    private Proofs() {}

    /** Whether the leaf stands at {@code index} of the tree of {@code size} leaves with this root. */
    public static boolean includes(Hash root, long size, long index, Hash leaf, List<Hash> path) {
        if (index < 0 || index >= size) {
            return false;
        }
        Climb climb = new Climb(index, size - 1);
        Hash hash = leaf;
        for (Hash step : path) {
            if (climb.isAtTop()) {
                return false;
            }
            hash = climb.comesFromTheLeft() ? Merkle.node(step, hash) : Merkle.node(hash, step);
            climb.up();
        }
        return climb.isAtTop() && hash.equals(root);
    }

    /** Whether the tree {@code to} begins with the tree {@code from}: nothing was changed, removed or put between. */
    public static boolean extend(long from, Hash fromRoot, long to, Hash toRoot, List<Hash> path) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to || from == 0) {
            return path.isEmpty() && (from == 0 ? fromRoot.equals(Merkle.EMPTY) : fromRoot.equals(toRoot));
        }
        boolean isFullSubtree = Long.bitCount(from) == 1;
        if (!isFullSubtree && path.isEmpty()) {
            return false;
        }
        Climb climb = new Climb(from - 1, to - 1);
        climb.skipFullSubtrees();
        Hash older = isFullSubtree ? fromRoot : path.getFirst();
        Hash newer = older;
        for (Hash step : isFullSubtree ? path : path.subList(1, path.size())) {
            if (climb.isAtTop()) {
                return false;
            }
            if (climb.comesFromTheLeft()) {
                older = Merkle.node(step, older);
                newer = Merkle.node(step, newer);
            } else {
                newer = Merkle.node(newer, step);
            }
            climb.up();
        }
        return climb.isAtTop() && older.equals(fromRoot) && newer.equals(toRoot);
    }

    /** The way from a leaf to the root; {@code fn} and {@code sn} in the RFC. */
    private static final class Climb {

        private long place;
        private long last;

        Climb(long place, long last) {
            this.place = place;
            this.last = last;
        }

        boolean isAtTop() {
            return last == 0;
        }

        /** Whether the next step of the proof is a left neighbour. */
        boolean comesFromTheLeft() {
            return isRight() || place == last;
        }

        void up() {
            if (place == last) {
                while (!isRight() && place != 0) {
                    shift();
                }
            }
            shift();
        }

        void skipFullSubtrees() {
            while (isRight()) {
                shift();
            }
        }

        private boolean isRight() {
            return (place & 1) == 1;
        }

        private void shift() {
            place >>>= 1;
            last >>>= 1;
        }
    }
}
