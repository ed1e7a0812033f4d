package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who plays: entered through the pages, beginning with the one-time token of a site that knows nobody. */
record Cast(String token) {

    static final String PASSWORD = "xueyimen-2026";
    static final String ADMINISTRATOR = "guanli";
    static final String TRAINER = "laoshi";
    static final String OFFICER = "rending";
    static final String ASSESSOR = "kaoping";
    static final String TURNER = "zhanggong";
    static final String SECOND_TURNER = "ligong";

    static final String TURNERS_NAME = "张大伟";
    // Order codes 996 to 999 are kept for people over a hundred, so this number is well formed and nobody's.
    static final String TURNERS_NUMBER = "110101199205209990";

    static final String COLLEGE = "临江工匠学院";
    static final String FACTORY = "匠心精工有限公司";

    static final String FIRST_PASSWORD = "jiangxue-2026";
    private static final Pattern TOKEN =
            Pattern.compile("one-time token of the first administrator: ([A-Za-z0-9_-]{20,})");

    static Cast enter(Stage stage) {
        Cast cast = of(stage.site());
        try (Visitor administrator = stage.desk("administrator")) {
            cast.makeFirstAdministrator(administrator, ADMINISTRATOR);
            administrator.page().waitForURL("**/login");
            administrator.signIn(ADMINISTRATOR, PASSWORD);
            administrator.open("/govern/organisations");
            organisation(administrator, COLLEGE, "Linjiang College of Crafts", "鉴定机构");
            organisation(administrator, FACTORY, "Jiangxin Precision Co., Ltd.", "企业");
            administrator.checked("organisations");
            person(administrator, TRAINER, "李建国", "培训教师", COLLEGE);
            person(administrator, OFFICER, "周颖", "认定专员", COLLEGE);
            person(administrator, ASSESSOR, "陈立", "考评员", COLLEGE);
            person(administrator, TURNER, TURNERS_NAME, "学习者", FACTORY);
            person(administrator, SECOND_TURNER, "李卫东", "学习者", FACTORY);
            administrator.open("/govern");
            administrator.checked("people");
        }
        List.of(TRAINER, OFFICER, ASSESSOR, TURNER, SECOND_TURNER).forEach(user -> chooseOwnPassword(stage, user));
        return cast;
    }

    /** The password somebody else entered lets one do nothing but change it. */
    static void chooseOwnPassword(Stage stage, String user) {
        try (Visitor visitor = stage.phone(user)) {
            visitor.signIn(user, FIRST_PASSWORD);
            Page page = visitor.page();
            page.waitForURL("**/profile");
            visitor.checked("first-password");
            page.locator("#password-current input").fill(FIRST_PASSWORD);
            page.locator("#password-new input").fill(PASSWORD);
            page.locator("#password-again input").fill(PASSWORD);
            page.locator("#password-save").click();
            assertThat(page.getByText("密码已修改")).isVisible();
        }
    }

    /** By the token the site printed at its first start. */
    static Cast of(Site site) {
        Matcher printed = TOKEN.matcher(site.output());
        if (!printed.find()) {
            throw new IllegalStateException("no one-time token was printed:\n" + site.output());
        }
        return new Cast(printed.group(1));
    }

    /** Fills in the form of {@code /setup} and sends it; what follows is for the caller to see. */
    void makeFirstAdministrator(Visitor visitor, String userName) {
        visitor.open("/setup");
        visitor.checked("setup");
        Page page = visitor.page();
        page.getByLabel("一次性口令").fill(token);
        page.getByLabel("用户名").fill(userName);
        page.getByLabel("姓名").fill("王静");
        page.getByLabel("新密码").fill(PASSWORD);
        visitor.press("创建管理员");
    }

    private static void organisation(Visitor administrator, String zh, String en, String kind) {
        Page page = administrator.page();
        administrator.press("添加单位");
        administrator.choose("类型", kind);
        page.locator("#organisation-zh input").fill(zh);
        page.getByLabel("英文名称（可不填）").fill(en);
        page.locator("#dialog-send").click();
        assertThat(page.locator("#main").getByText(zh, new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    private static void person(Visitor administrator, String user, String name, String role, String organisation) {
        Page page = administrator.page();
        administrator.open("/govern");
        page.locator("#new-person").click();
        page.locator("#person-user-name input").fill(user);
        page.locator("#person-display-name input").fill(name);
        page.locator("#person-password input").fill(FIRST_PASSWORD);
        administrator.choose("角色", role);
        page.locator("vaadin-dialog vaadin-combo-box input").fill(organisation);
        page.locator("vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText(organisation))
                .click();
        page.locator("#dialog-send").click();
        page.waitForURL("**/govern/people/*");
    }
}
