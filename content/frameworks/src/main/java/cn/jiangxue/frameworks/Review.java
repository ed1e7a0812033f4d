package cn.jiangxue.frameworks;

/** Who must agree before a rule's credit is posted. */
public enum Review {
    /** Nobody: the outcome itself is the proof. */
    AUTOMATIC,
    /** A panel of the institution that awards the credit. */
    PANEL,
    /** Both institutions. */
    BOTH_INSTITUTIONS
}
