package cn.jiangxue.frameworks;

import cn.jiangxue.contract.Grade;
import java.util.Set;

/**
 * One thing a worker must have to apply for a grade. A condition only states what is asked; what is found, and whether it suffices, is decided by
 * the service that knows the person. Years are whole years completed.
 */
public sealed interface Condition {

    /** Unique within the grade; evidence and explanations refer to it. */
    String id();

    Grounds grounds();

    /** At least this old. */
    record MinimumAge(String id, int years, Grounds grounds) implements Condition {}

    /** Works in the occupation or is about to join it: a statement of the worker, no period asked. */
    record InOccupation(String id, Grounds grounds) implements Condition {}

    /** Has worked in the occupation, or a related one, for this many years in all. */
    record WorkYears(String id, int years, Grounds grounds) implements Condition {}

    /**
     * Holds this grade, or a higher one, in the occupation.
     *
     * @param sinceYears years worked in the occupation since the grade was gained; 0 asks only to hold it
     */
    record HoldsGrade(String id, Grade grade, int sinceYears, Grounds grounds) implements Condition {}

    /**
     * Holds a professional title of at least this level that corresponds to the occupation.
     *
     * @param sinceYears years worked in the occupation since the title was gained
     */
    record HoldsTitle(String id, TitleLevel level, int sinceYears, Grounds grounds) implements Condition {}

    /** Holds a diploma of any of these kinds in a subject that belongs to the occupation. */
    record HoldsDiploma(String id, Set<DiplomaKind> anyOf, Grounds grounds) implements Condition {
        public HoldsDiploma {
            anyOf = Set.copyOf(anyOf);
        }
    }

    /**
     * Has earned this much credit on the platform in the occupation.
     *
     * @param milliCredits thousandths of a credit, live entries only
     */
    record CreditsInOccupation(String id, long milliCredits, Grounds grounds) implements Condition {}

    /** The employer has decided it and says so under its seal: taken on as an apprentice, or set as special or chief technician. */
    record EnterpriseAppointment(String id, Grounds grounds) implements Condition {}
}
