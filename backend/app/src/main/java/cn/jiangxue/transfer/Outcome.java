package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.OutcomeId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something a learner attained, as far as rules look at it.
 *
 * @param code what it is, in the issuer's own numbering: a course number, a kind of certificate
 * @param issuer the institution that issued it
 * @param level level of the qualifications framework; null while none is known
 * @param classHours nominal class hours
 * @param stated credit its issuer states; null when it states none
 * @param scorePercent exact, 0 to 100; null when there is no score
 * @param attainedOn the civil date from which everything is counted
 * @param validUntil first civil date on which it no longer holds of itself; null when it holds without end
 * @param standing its place among outcomes that stand for each other; null when there are none
 * @param units ids of the competence units it covers
 */
public record Outcome(
        OutcomeId id,
        OutcomeKind kind,
        String code,
        LocalText title,
        String issuer,
        @Nullable String occupationCode,
        @Nullable Integer level,
        int classHours,
        @Nullable Credits stated,
        @Nullable BigDecimal scorePercent,
        LocalDate attainedOn,
        @Nullable LocalDate validUntil,
        Proof proof,
        @Nullable Standing standing,
        Set<String> units) {

    public Outcome {
        units = Set.copyOf(units);
        if (classHours < 0) {
            throw new IllegalArgumentException("class hours below zero: " + classHours);
        }
        if (stated != null && stated.isNegative()) {
            throw new IllegalArgumentException("stated credit below zero: " + stated);
        }
    }

    /** What has been found out about the evidence. */
    public enum Authenticity {
        VERIFIED,
        /** Not verified yet, and judged as if it were: somebody has to find so before anything is granted. */
        ASSUMED,
        PENDING,
        REFUTED
    }

    /** The same outcome after this was found out about its evidence. */
    public Outcome found(Authenticity authenticity) {
        return new Outcome(
                id,
                kind,
                code,
                title,
                issuer,
                occupationCode,
                level,
                classHours,
                stated,
                scorePercent,
                attainedOn,
                validUntil,
                new Proof(proof.hash(), authenticity),
                standing,
                units);
    }

    /**
     * The evidence an outcome rests on.
     *
     * @param hash of the evidence; two outcomes with the same evidence are one
     */
    public record Proof(String hash, Authenticity authenticity) {
        public Proof {
            if (hash.isBlank()) {
                throw new IllegalArgumentException("an outcome without evidence");
            }
        }
    }

    /**
     * A place among outcomes that stand for each other, such as the grades of one occupation.
     *
     * @param group names them
     * @param rank the higher one stands for the lower ones
     */
    public record Standing(String group, int rank) {}
}
