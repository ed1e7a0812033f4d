package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A transfer rule about a training of electricians, as officers write, try, send and sign it on the pages. */
final class TrainingRule {

    static final String ID = "low-voltage-safety";
    static final String NAME = "低压电工培训免修安全课";
    static final String CODE = "TRN-204";
    static final String TRAINING = "低压电工安全操作";
    static final String TARGET = "安全生产与劳动保护";
    static final String DESK = "/recognise/rules/" + ID + "/1";
    static final String PUBLIC = "/rules/" + ID + "/1";

    private final Visitor officer;
    private final Page page;

    TrainingRule(Visitor officer) {
        this.officer = officer;
        this.page = officer.page();
    }

    void begin() {
        officer.open("/recognise/rules");
        page.locator("#new-rule").click();
        officer.chooseInDialog("培养方案", CreditBank.DIPLOMA);
        page.locator("#new-rule-id input").fill(ID);
        page.locator("#new-rule-name input").fill(NAME);
        page.locator("#dialog-send").click();
        page.waitForURL("**" + DESK + "/edit");
        Sweep.settled(page);
    }

    /** Each field is saved by itself; at the end nothing is missing. */
    void write() {
        type("规则名称 · 英文", "Low-voltage training: exemption from safety at work");
        officer.press("添加一项成果");
        Sweep.settled(page);
        officer.choose("成果类型", "培训");
        Sweep.settled(page);
        type("编号（可空）", CODE);
        institution(page.locator("vaadin-combo-box"), Cast.COLLEGE);
        Sweep.settled(page);
        page.getByLabel(TARGET).check();
        Sweep.settled(page);
        type("成绩至少（可空）", "80");
        officer.choose("评审方式", "双方共同评审");
        Sweep.settled(page);
        type("约定内容 · 中文", "低压电工培训成绩八十分以上的，免修安全课");
        type("约定内容 · 英文", "Low-voltage training with 80 or more stands for safety at work");
        type("依据的文件和条款 · 中文", "校际学分互认协议（样例）第三条");
        type("依据的文件和条款 · 英文", "Agreement between colleges (sample), article 3");
        assertThat(page.getByText("没有问题，可以送签。")).isVisible();
    }

    private void type(String label, String text) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        field.fill(text);
        field.blur();
        Sweep.settled(page);
    }

    private void institution(Locator boxes, String name) {
        Locator box = boxes.filter(new Locator.FilterOptions()
                        .setHas(page.getByText("颁发机构", new Page.GetByTextOptions().setExact(true))))
                .last();
        box.locator("input").fill(name);
        page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first()
                .click();
    }

    /** To what the sample learner of the trial has: a training with this score. */
    void add(String score) {
        page.locator("#trial-add").click();
        Locator dialog = page.locator("vaadin-dialog[opened]");
        officer.chooseInDialog("成果类型", "培训");
        page.locator("#outcome-title input").fill(TRAINING);
        dialog.getByLabel("编号（可空）").fill(CODE);
        institution(dialog.locator("vaadin-combo-box"), Cast.COLLEGE);
        dialog.getByLabel("成绩（0–100）").fill(score);
        dialog.getByLabel("取得日期").fill("2026-06-30");
        dialog.getByLabel("取得日期").press("Enter");
        page.locator("#dialog-send").click();
        assertThat(page.locator("#dialog-send")).hasCount(0);
    }

    void run() {
        page.locator("#trial-run").click();
        assertThat(page.locator("#trial-sum")).isVisible();
    }

    void act(String act) {
        page.locator("#act-" + act).click();
        page.locator("#dialog-send").click();
        assertThat(page.locator("#act-" + act)).hasCount(0);
    }
}
