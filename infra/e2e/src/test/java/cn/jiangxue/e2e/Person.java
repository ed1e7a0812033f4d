package cn.jiangxue.e2e;

/** The people of the demo who look at pages, each with a role; the electrician, so that the turner's story stays the turner's. */
enum Person {
    ANYONE(""),
    WORKER("liudiangong"),
    TRAINER("laoshi"),
    ASSESSOR("kaoping"),
    ENTERPRISE_ASSESSOR("chejian"),
    OFFICER("rending"),
    SECOND_OFFICER("fuhe"),
    REVIEWER("huren"),
    SECOND_REVIEWER("pingshen"),
    APPEALS("fuyi"),
    EMPLOYER("renshi"),
    ADMINISTRATOR("admin");

    static final String PASSWORD = "jiangxue-2026";

    private final String userName;

    Person(String userName) {
        this.userName = userName;
    }

    String userName() {
        return userName;
    }
}
