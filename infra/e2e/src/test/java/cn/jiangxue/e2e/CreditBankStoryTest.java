package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a worker attained at one college becomes credit at another: stated in a file, transferred by a rule that both signed, recognised, appealed, corrected and proven. In a
 * real browser and through the pages.
 */
@Tag("pages")
@ExtendWith(Stage.Shared.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CreditBankStoryTest {

    private static final Duration SOON = Duration.ofSeconds(90);

    private static final String ROWS = """
            成果编号,身份证号,姓名,成果类型,成果代码,成果名称,学时,成绩,取得日期
            2026-0101,%s,%s,培训,TRN-204,低压电工安全操作,16,86,2026-06-30
            2026-0102,%s,%s,培训,TRN-310,钳工装配,24,90,2026-05-20
            2026-0103,%s,孙杰,培训,TRN-204,低压电工安全操作,16,86,2026-06-30
            """.formatted(
                    CreditBank.ELECTRICIANS_NUMBER,
                    CreditBank.ELECTRICIANS_NAME,
                    CreditBank.FITTERS_NUMBER,
                    CreditBank.FITTERS_NAME,
                    CreditBank.ELECTRICIANS_NUMBER);

    @TempDir
    private static Path folder;

    private static Stage stage;

    @BeforeAll
    static void begin(Stage shared) {
        stage = shared;
        stage.creditBank();
    }

    @Test
    @Order(1)
    void an_officer_tries_a_file_of_outcomes_then_states_them_and_the_same_file_again_changes_nothing()
            throws IOException {
        Path file = Files.writeString(folder.resolve("outcomes-2026.csv"), ROWS);
        try (Visitor officer = stage.desk("bank-import")) {
            officer.signIn(Cast.OFFICER, Cast.PASSWORD);
            officer.open("/recognise/outcome-imports");
            officer.checked("imports");
            Page page = officer.page();

            send(page, file);
            assertThat(page.getByText("登记 2 · 已有 0 · 未登记 1")).isVisible();
            assertThat(row(page, "2026-0103")).containsText("未登记");
            officer.checked("tried");
            assertThat(outcomesOf(CreditBank.ELECTRICIAN)).isZero();

            page.locator("#import-real").click();
            page.locator("#dialog-send").click();
            assertThat(page.getByText("正式导入：")).isVisible();
            assertThat(page.getByText("登记 2 · 已有 0 · 未登记 1")).isVisible();
            assertThat(row(page, "2026-0101").getByText("登记", exactly())).isVisible();
            officer.checked("stated");

            officer.open("/recognise/outcome-imports");
            send(page, file);
            assertThat(page.getByText("登记 0 · 已有 2 · 未登记 1")).isVisible();
            assertThat(page.locator("#import-real")).hasCount(0);
            assertThat(outcomesOf(CreditBank.ELECTRICIAN)).isOne();
        }
    }

    private static void send(Page page, Path file) {
        page.locator("vaadin-upload input[type=file]").setInputFiles(file);
        page.waitForURL(Pattern.compile(".*/outcome-imports/[0-9a-f-]{36}"));
    }

    private static Locator row(Page page, String number) {
        return page.locator(".jx-row").filter(new Locator.FilterOptions().setHasText(number));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static int outcomesOf(String user) {
        return OnRecord.of(stage.site(), user).outcomes().size();
    }

    @Test
    @Order(2)
    void a_rule_is_written_read_in_plain_words_and_tried() {
        try (Visitor officer = stage.desk("bank-rule")) {
            officer.signIn(Cast.OFFICER, Cast.PASSWORD);
            TrainingRule rule = new TrainingRule(officer);
            rule.begin();
            rule.write();
            Page page = officer.page();
            assertThat(page.locator(".jx-sentences")).containsText(TrainingRule.TARGET);
            officer.checked("written");

            rule.add("79");
            rule.run();
            assertThat(page.locator("#trial-sum")).containsText("转换 0.0 学分");
            assertThat(page.locator(".jx-unmet").filter(new Locator.FilterOptions().setHasText("79")))
                    .containsText("80");
            rule.add("86");
            rule.run();
            assertThat(page.locator("#trial-sum")).containsText("转换 2.0 学分");
            officer.checked("tried");
        }
    }

    @Test
    @Order(3)
    void a_rule_holds_only_once_the_other_institution_signed_and_everybody_can_read_who_signed() {
        try (Visitor author = stage.desk("bank-author")) {
            author.signIn(Cast.OFFICER, Cast.PASSWORD);
            author.open(TrainingRule.DESK);
            author.checked("draft");
            TrainingRule rule = new TrainingRule(author);
            rule.act("send");
            rule.act("sign");
            author.checked("signed-once");
        }
        publicly("征求意见", "signed-by-one");
        try (Visitor other = stage.desk("bank-other")) {
            other.signIn(CreditBank.OFFICER, Cast.PASSWORD);
            other.open(TrainingRule.DESK);
            new TrainingRule(other).act("sign");
            other.checked("signed-twice");
        }
        publicly("施行中", "in-force");
        try (Visitor anyone = stage.phone("bank-changes")) {
            anyone.open("/rules/changes");
            Page page = anyone.page();
            for (String college : new String[] {Cast.COLLEGE, CreditBank.COLLEGE}) {
                assertThat(row(page, "签署 · " + TrainingRule.NAME)
                                .filter(new Locator.FilterOptions().setHasText(college)))
                        .hasCount(1);
            }
            anyone.checked("list");
        }
    }

    /** As somebody reads the rule who is not signed in. */
    private static void publicly(String state, String shot) {
        try (Visitor anyone = stage.phone("bank-public")) {
            anyone.open(TrainingRule.PUBLIC);
            assertThat(anyone.page()
                            .getByText(state, new Page.GetByTextOptions().setExact(true))
                            .first())
                    .isVisible();
            anyone.checked(shot);
        }
    }

    @Test
    @Order(4)
    void a_worker_sees_on_a_phone_what_would_count_and_applies() {
        try (Visitor worker = stage.phone("bank-worker")) {
            worker.signIn(CreditBank.ELECTRICIAN, Cast.PASSWORD);
            Recognising own = new Recognising(worker);
            own.choose(CreditBank.DIPLOMA);
            Page page = worker.page();
            assertThat(page.getByText("双方机构共同同意").first()).isVisible();
            assertThat(page.locator("#main")).containsText(TrainingRule.TRAINING + " → " + TrainingRule.TARGET);
            worker.checked("would-count");

            own.apply();
            worker.checked("applied");
        }
    }

    @Test
    @Order(5)
    void an_officer_of_each_institution_agrees_and_a_third_decides() {
        vote(Cast.OFFICER, "原始名册与成绩单一致，同意转换。");
        vote(CreditBank.OFFICER, "培训内容覆盖本校安全课，同意免修。");
        try (Visitor decider = stage.desk("bank-decide")) {
            decider.signIn(CreditBank.SECOND_OFFICER, Cast.PASSWORD);
            decider.open("/recognise/cases");
            Recognising acting = new Recognising(decider);
            acting.open(CreditBank.ELECTRICIANS_NAME);
            decider.checked("agreed");
            acting.act("decide", "认定", "双方机构均已同意，予以认定。");
            assertThat(decider.page().getByText("决定认定").first()).isVisible();
            decider.checked("decided");
        }
    }

    private static void vote(String officer, String reason) {
        try (Visitor voter = stage.desk("bank-vote-" + officer)) {
            voter.signIn(officer, Cast.PASSWORD);
            voter.open("/recognise/cases");
            voter.checked("inbox");
            Recognising acting = new Recognising(voter);
            acting.open(CreditBank.ELECTRICIANS_NAME);
            voter.checked("case");
            acting.act("vote", "同意", reason);
            assertThat(voter.page().getByText(reason).first()).isVisible();
        }
    }

    @Test
    @Order(6)
    void the_credit_stands_in_the_account_with_the_rule_and_its_version() {
        try (Visitor worker = stage.phone("bank-account")) {
            worker.signIn(CreditBank.ELECTRICIAN, Cast.PASSWORD);
            awaitEntries(worker, 1);
            assertThat(worker.page().locator("#balance")).hasText("2.0");
            worker.checked("credited");

            worker.page().locator("a[href$='/account/entries/1']").click();
            worker.page().waitForURL("**/account/entries/1");
            assertThat(worker.page().locator("#main")).containsText(TrainingRule.ID + " · v1");
            assertThat(worker.page().locator("#main")).containsText(TrainingRule.TRAINING);
            worker.checked("trace");
        }
    }

    private static void awaitEntries(Visitor worker, int number) {
        Site.await("entry " + number + " is posted", SOON, () -> {
            worker.openShown("/account");
            return worker.page()
                            .locator("a[href$='/account/entries/" + number + "']")
                            .count()
                    > 0;
        });
    }

    @Test
    @Order(7)
    void what_is_to_be_recognised_is_shown_to_everybody_and_an_objection_is_answered() {
        try (Visitor applicant = stage.phone("bank-fitter")) {
            applicant.signIn(CreditBank.FITTER, Cast.PASSWORD);
            Recognising own = new Recognising(applicant);
            own.choose(CreditBank.ACCOUNT);
            own.apply();
            assertThat(applicant.page().getByText("公示中").first()).isVisible();
            applicant.checked("publicised");
        }
        String objection = "同一班次的培训考勤记录与报送的学时不一致。";
        String answer = "已调取考勤与考核原始记录，二十四学时属实。";
        try (Visitor somebody = stage.phone("bank-objector")) {
            somebody.signIn(CreditBank.ELECTRICIAN, Cast.PASSWORD);
            somebody.open("/notices");
            assertThat(somebody.page().locator("main")).not().containsText(CreditBank.FITTERS_NAME);
            somebody.checked("notices");
            somebody.page().locator(".jx-object").click();
            new Recognising(somebody).say("#objection-reason", objection);
            somebody.checked("objected");
            assertThat(somebody.page().getByText("异议 1 条")).isVisible();
        }
        try (Visitor officer = stage.desk("bank-reply")) {
            officer.signIn(CreditBank.OFFICER, Cast.PASSWORD);
            officer.open("/recognise/cases");
            Recognising acting = new Recognising(officer);
            acting.open(CreditBank.FITTERS_NAME);
            assertThat(officer.page().locator("#act-decide")).hasCount(0);
            acting.reply(answer);
            officer.checked("answered");
        }
        try (Visitor applicant = stage.phone("bank-fitter-later")) {
            applicant.signIn(CreditBank.FITTER, Cast.PASSWORD);
            new Recognising(applicant).openOwn();
            assertThat(applicant.page().getByText(objection).first()).isVisible();
            assertThat(applicant.page().getByText(answer).first()).isVisible();
            applicant.checked("objection-answered");
        }
    }

    @Test
    @Order(8)
    void an_appeal_is_ruled_on_by_the_body_above_and_what_was_posted_is_reversed_and_posted_anew() {
        try (Visitor worker = stage.phone("bank-appeal")) {
            worker.signIn(CreditBank.ELECTRICIAN, Cast.PASSWORD);
            Recognising own = new Recognising(worker);
            own.openOwn();
            worker.page().locator("#appeal").click();
            own.say("#recognition-words", "决定书上的成果名称有误，请上级单位重新评估。");
            worker.checked("appealed");
        }
        try (Visitor above = stage.desk("bank-above")) {
            above.signIn(CreditBank.APPEALS, Cast.PASSWORD);
            above.open("/recognise/cases?stage=APPEALED");
            above.checked("appeals");
            Recognising acting = new Recognising(above);
            acting.open(CreditBank.ELECTRICIANS_NAME);
            acting.act("rule", "申诉成立", "名称登记有误，按今天的规则和成果重新认定。");
            above.checked("ruled");
        }
        try (Visitor worker = stage.phone("bank-anew")) {
            worker.signIn(CreditBank.ELECTRICIAN, Cast.PASSWORD);
            awaitEntries(worker, 3);
            Page page = worker.page();
            assertThat(entry(page, 2)).containsText("冲正");
            assertThat(entry(page, 3)).containsText("存入");
            assertThat(page.locator("#balance")).hasText("2.0");
            worker.checked("posted-anew");
        }
    }

    private static Locator entry(Page page, int number) {
        return page.locator("a[href$='/account/entries/" + number + "']");
    }

    /** Whoever ruled on the appeal answers for what it posted: officers and administrators of the body above. */
    @Test
    @Order(9)
    void a_wrong_entry_is_taken_back_by_two_people_and_never_by_one() {
        String why = "免修登记到了错误的学号，需撤销后重新办理。";
        try (Visitor officer = stage.desk("bank-correct")) {
            officer.signIn(CreditBank.APPEALS, Cast.PASSWORD);
            officer.open("/recognise/corrections");
            Page page = officer.page();
            page.locator("#propose").click();
            page.locator("#correction-entry input").fill(entryId(3));
            new Recognising(officer).say("#correction-reason", why);
            assertThat(page.getByText(why).first()).isVisible();
            officer.checked("proposed");

            officer.press("批准 #3");
            page.locator("#dialog-send").click();
            Locator refusal = page.locator("vaadin-dialog[opened] .jx-problem");
            assertThat(refusal).containsText("须由另一人审批");
            assertThat(refusal).containsText("匠学学分账户规则第9条");
            officer.shot("refused");
        }
        try (Visitor second = stage.desk("bank-approve")) {
            second.signIn(Cast.ADMINISTRATOR, Cast.PASSWORD);
            second.open("/recognise/corrections");
            second.press("批准 #3");
            second.page().locator("#dialog-send").click();
            assertThat(second.page().locator("#dialog-send")).hasCount(0);
            second.checked("approved");
        }
        try (Visitor worker = stage.phone("bank-corrected")) {
            worker.signIn(CreditBank.ELECTRICIAN, Cast.PASSWORD);
            awaitEntries(worker, 4);
            assertThat(worker.page().locator("#balance")).hasText("0.0");
            entry(worker.page(), 3).click();
            worker.page().waitForURL("**/account/entries/3");
            assertThat(worker.page().getByText(why).first()).isVisible();
            worker.checked("corrected");
        }
    }

    private static String entryId(int seq) {
        return OnRecord.of(stage.site(), CreditBank.ELECTRICIAN)
                .creditEntries()
                .valueStream()
                .filter(entry -> entry.get("seq").intValue() == seq)
                .map(entry -> entry.get("entryId").stringValue())
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(10)
    void the_worker_takes_the_statement_away_and_anybody_can_check_it() throws IOException {
        Path statement = folder.resolve("statement.json");
        OnRecord account = OnRecord.of(stage.site(), CreditBank.ELECTRICIAN);
        Site.await(
                "a head covers every entry",
                SOON,
                () -> account.get("/api/me/account/statement")
                        .get("waitingSeqs")
                        .isEmpty());
        try (Visitor worker = stage.englishDesk("bank-statement")) {
            worker.signIn(CreditBank.ELECTRICIAN, Cast.PASSWORD);
            worker.open("/account");
            Page page = worker.page();
            worker.checked("english");
            page.waitForDownload(() -> page.locator("a[download='jiangxue-statement.json']")
                            .click())
                    .saveAs(statement);
        }
        verdict(statement, "holds");
        String said = Files.readString(statement);
        String more = said.replace("2000", "9000");
        assertThat(more).isNotEqualTo(said);
        verdict(Files.writeString(folder.resolve("changed.json"), more), "fails");
    }

    private static void verdict(Path file, String verdict) {
        try (Visitor anyone = stage.englishDesk("bank-proof")) {
            anyone.open("/proof");
            anyone.page().locator("#proof-file").setInputFiles(file);
            assertThat(anyone.page().locator(".jx-proof-answer")).hasAttribute("data-verdict", verdict);
            anyone.checked(verdict);
        }
    }
}
