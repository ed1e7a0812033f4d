package cn.jiangxue.organisation.rules;

import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decides where an organisation stands in the forest. */
public final class Placing {

    /** The deepest an organisation can stand: national, province, city, district, enterprise. */
    public static final int MAX_DEPTH = 4;

    private Placing() {}

    /** An organisation already placed: its kind and the organisations above it, the topmost first. */
    public record Placed(UUID id, OrganisationKind kind, List<UUID> above, int depth) {}

    /** Where a new organisation stands, or why it cannot. */
    public sealed interface Place {

        /**
         * @param above the organisations whose administrators reach this one, topmost first
         * @param depth 0 for one without a parent
         */
        record At(List<UUID> above, int depth) implements Place {}

        /** The parent's kind cannot hold this kind. */
        record CannotHold(OrganisationKind parent) implements Place {}

        /** This kind needs a parent. */
        record NeedsParent() implements Place {}

        /** There is one national union, made with the first administrator. */
        record OnlyOneNational() implements Place {}
    }

    /**
     * The place of an organisation of this kind under the parent. A union stands under a union of a higher level (levels may be left out: a municipality has no
     * cities); employers and institutions stand under any union above enterprise level, or beside the tree, where only the national union reaches them.
     *
     * @param national the national union
     */
    public static Place place(OrganisationKind kind, @Nullable Placed parent, UUID national) {
        if (kind == OrganisationKind.UNION_NATIONAL) {
            return new Place.OnlyOneNational();
        }
        if (parent == null) {
            return isUnion(kind) ? new Place.NeedsParent() : new Place.At(List.of(national), 0);
        }
        if (!canHold(parent.kind(), kind)) {
            return new Place.CannotHold(parent.kind());
        }
        List<UUID> above = new ArrayList<>(parent.above());
        above.add(parent.id());
        return new Place.At(List.copyOf(above), parent.depth() + 1);
    }

    static boolean canHold(OrganisationKind parent, OrganisationKind child) {
        if (!isUnion(parent) || parent == OrganisationKind.UNION_ENTERPRISE) {
            return false;
        }
        return !isUnion(child) || parent.compareTo(child) < 0;
    }

    private static boolean isUnion(OrganisationKind kind) {
        return switch (kind) {
            case UNION_NATIONAL, UNION_PROVINCE, UNION_CITY, UNION_DISTRICT, UNION_ENTERPRISE -> true;
            case EMPLOYER, INSTITUTION -> false;
        };
    }
}
