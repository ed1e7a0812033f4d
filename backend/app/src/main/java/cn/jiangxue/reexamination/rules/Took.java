package cn.jiangxue.reexamination.rules;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who had a part in an application, and so has none in its re-examination (第四条). */
public record Took(UUID applicant, Set<UUID> officers, Set<UUID> assessors) {

    /** What somebody did. */
    public enum Part {
        APPLIED,
        DECIDED,
        ASSESSED
    }

    public Optional<Part> part(UUID person) {
        if (person.equals(applicant)) {
            return Optional.of(Part.APPLIED);
        }
        if (officers.contains(person)) {
            return Optional.of(Part.DECIDED);
        }
        return assessors.contains(person) ? Optional.of(Part.ASSESSED) : Optional.empty();
    }

    public Set<UUID> everybody() {
        return Stream.of(Set.of(applicant), officers, assessors)
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
