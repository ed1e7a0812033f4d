package cn.jiangxue.platform;

/** Kinds of actor a route may be open to, beside the holders of a role. */
public enum AccessKind {
    /** Anyone, without a token. */
    PUBLIC,
    /** Any person who is signed in. */
    SIGNED_IN,
    /** The holder of a study grant. */
    STUDY_GRANT,
    /** The holder of a preview grant. */
    PREVIEW_GRANT,
    /** Another service. */
    SERVICE
}
