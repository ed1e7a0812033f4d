package cn.jiangxue.outcome.rules;

import cn.jiangxue.contract.Grade;

/** How outcomes attained here are numbered toward transfer rules. */
public final class Codes {

    private Codes() {}

    /** The skill grade of an occupation, such as {@code grade:6-18-01-01:SENIOR}. */
    public static String ofGrade(String occupationCode, Grade grade) {
        return gradesOf(occupationCode) + ":" + grade.name();
    }

    /** Competence units of a grade, such as {@code units:6-18-01-01:SENIOR}. */
    public static String ofUnits(String occupationCode, Grade grade) {
        return "units:" + occupationCode + ":" + grade.name();
    }

    /** All grades of an occupation: they stand for each other. */
    public static String gradesOf(String occupationCode) {
        return "grade:" + occupationCode;
    }
}
