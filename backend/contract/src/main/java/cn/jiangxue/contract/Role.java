package cn.jiangxue.contract;

/** What a person may be in an organisation. A role is always held <em>in</em> an organisation, never at large. */
public enum Role {
    LEARNER,
    TRAINER,
    ASSESSOR,
    RECOGNITION_OFFICER,
    ADMINISTRATOR
}
