package cn.jiangxue.credit.rules;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a posting beside its amount.
 *
 * @param usableUntil first civil date on which deposited credit can no longer be used, or whose credit expires; null otherwise
 * @param hold cause of the entry that set the credit aside, for what uses or releases it
 * @param organisationId the institution that answers for it
 * @param by the person who asked for it; null for the system itself
 */
public record Terms(
        @Nullable LocalDate usableUntil,
        @Nullable String hold,
        @Nullable UUID organisationId,
        @Nullable UUID by) {

    public static final Terms NONE = new Terms(null, null, null, null);

    public Terms until(@Nullable LocalDate date) {
        return new Terms(date, hold, organisationId, by);
    }

    public Terms ofHold(@Nullable String key) {
        return new Terms(usableUntil, key, organisationId, by);
    }

    public Terms by(@Nullable UUID organisation, @Nullable UUID person) {
        return new Terms(usableUntil, hold, organisation, person);
    }
}
