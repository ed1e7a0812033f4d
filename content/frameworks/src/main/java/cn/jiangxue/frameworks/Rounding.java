package cn.jiangxue.frameworks;

/** Which multiple of the step an amount between two of them becomes. Amounts are never negative. */
public enum Rounding {
    /** The lower one. */
    FLOOR,
    /** The nearer one, the upper one from half on. */
    HALF_UP,
    /** The upper one. */
    CEILING
}
