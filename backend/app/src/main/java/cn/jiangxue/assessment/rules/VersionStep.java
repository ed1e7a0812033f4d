package cn.jiangxue.assessment.rules;

/** What an edit of something that only grows by versions amounts to. */
public enum VersionStep {
    CREATE,
    APPEND,
    /** The same edit came before; nothing to do. */
    REPEAT,
    /** The id stands for something else already. */
    CONFLICT,
    /** Somebody else made a version meanwhile. */
    STALE,
    MISSING,
    /** No further version is kept. */
    FULL;

    /** How many versions one question or paper may have. */
    public static final int MAX_VERSIONS = 100;

    /**
     * @param current the newest version, 0 when there is none
     * @param editedFrom the version the edit was made from, 0 to create
     * @param sameAsCurrent whether the edit says what the newest version says
     */
    public static VersionStep decide(int current, int editedFrom, boolean sameAsCurrent) {
        if (current == 0) {
            return editedFrom == 0 ? CREATE : MISSING;
        }
        if (current == editedFrom + 1 && sameAsCurrent) {
            return REPEAT;
        }
        if (editedFrom == 0) {
            return CONFLICT;
        }
        if (current != editedFrom) {
            return STALE;
        }
        return current >= MAX_VERSIONS ? FULL : APPEND;
    }
}
