package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.Grounds;
import cn.jiangxue.vocabulary.Credits;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What credit is transferred into, in one version: a course of study, a grade, a title, or the lifelong account itself.
 *
 * @param institution who awards
 * @param level framework level by which rules without targets judge a level gap; null when it has none
 * @param targets in the order in which, all else being equal, they are granted
 * @param categories names of the categories of credit by id
 * @param grounds where it is written that evidence must be authentic and counts once
 */
public record Programme(
        String id,
        int version,
        LocalText name,
        String institution,
        @Nullable Integer level,
        List<Target> targets,
        List<Cap> caps,
        List<Floor> floors,
        List<Exclusion> exclusions,
        AcademicCalendar calendar,
        Map<String, LocalText> categories,
        Grounds grounds) {

    public Programme {
        targets = List.copyOf(targets);
        caps = List.copyOf(caps);
        floors = List.copyOf(floors);
        exclusions = List.copyOf(exclusions);
        categories = Map.copyOf(categories);
        requireDistinct(targets.stream().map(Target::id).toList());
        requireDistinct(caps.stream().map(Cap::id).toList());
        requireDistinct(floors.stream().map(Floor::id).toList());
    }

    /**
     * A course, or another part, that can be granted.
     *
     * @param units weights of its competence units by id; the weights need not make one together
     */
    public record Target(
            String id,
            LocalText name,
            Credits credits,
            String category,
            @Nullable Integer level,
            Map<String, BigDecimal> units) {
        public Target {
            units = Map.copyOf(units);
            if (!credits.isPositive()) {
                throw new IllegalArgumentException("a target carries credit: " + id);
            }
            if (units.values().stream().anyMatch(weight -> weight.signum() <= 0)) {
                throw new IllegalArgumentException("a weight is above zero: " + id);
            }
        }
    }

    /** The name of a category; its id while it has none. */
    public LocalText category(String categoryId) {
        return categories.getOrDefault(categoryId, new LocalText(categoryId, categoryId));
    }

    public Optional<Target> target(String targetId) {
        return targets.stream().filter(target -> target.id().equals(targetId)).findFirst();
    }

    private static void requireDistinct(List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException("twice in one programme: " + id);
            }
        }
    }
}
