package cn.jiangxue.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;

/** Who goes where. Together they visit every route and open every dialog. */
final class Tours {

    static final String EMPLOYER = "匠心精工有限公司";

    private static final String TRAINING = "可编程控制器培训";

    /** The same body by two names, the longer one first. */
    private static final List<String> ISSUERS = List.of("省机械工程学会培训中心", "省机械工程学会");

    /** What a learner says of outcomes of elsewhere. */
    static final List<String> DECLARED =
            Stream.concat(Stream.of(TRAINING), ISSUERS.stream()).toList();

    static final String REASON = "核对申报材料与证件是否一致";

    private static final String IMPORT = "recognise/outcome-imports/:import([0-9a-fA-F-]{36})";

    private static final String REEXAMINATION = "recognise/reexaminations/:reexaminationId([0-9a-f-]{36})";

    private static final String CLAIM_REVIEW = "recognise/prior-learning/:claimId([0-9a-f-]{36})";

    private Tours() {}

    static List<Tour> all() {
        return Stream.of(
                        whileStudying(),
                        List.of(applying(), worker(), officer()),
                        examined(),
                        supervised(),
                        evaluated(),
                        afterwards(),
                        drawn(),
                        underReview(),
                        foundDoubtful(),
                        RuleTours.all(),
                        ProgrammeTours.beingWritten(),
                        ProgrammeTours.all(),
                        StandardTours.all())
                .flatMap(List::stream)
                .toList();
    }

    /** What needs nothing of what the electrician earns; time for the film to play. */
    static List<Tour> whileStudying() {
        return List.of(anyone(), trainer(), assessor(), employer(), administrator());
    }

    private static Tour anyone() {
        return Tour.of(Person.ANYONE)
                .to("login", "login", "/login")
                .to("login", "login-ended", "/login?ended&to=/account")
                .to("setup", "setup", "/setup")
                .to("verify/:id?", "verify", "/verify")
                .to("proof", "proof", "/proof")
                .to("notices", "notices-anyone", "/notices")
                .to("verify/:id?", "verify-unknown", "/verify/019b8a30-0009-7c03-8c03-3d5c1e6f2003");
    }

    private static Tour trainer() {
        return Tour.of(Person.TRAINER)
                .to("", "home-trainer", "/")
                .to("catalogue", "catalogue-trainer", "/catalogue")
                .to("course/:courseId", "course-trainer", "/course/{course}")
                .to("teach", "courses", "/teach")
                .opening("CoursesPage", "new-course", "#new-course")
                .to("teach/courses/:courseId", "course-editor", "/teach/courses/{course}")
                .opening("OutlinePanel", "add-chapter", "#add-chapter")
                .opening("OutlinePanel", "rename-chapter", ".jx-chapter .jx-tree-actions vaadin-button")
                .opening(
                        "OutlinePanel",
                        "remove-chapter",
                        ".jx-chapter > .jx-spread .jx-tree-actions vaadin-button:last-of-type")
                .opening("OutlinePanel", "add-lesson", ".jx-add-lesson")
                .opening(
                        "OutlinePanel",
                        "remove-lesson",
                        ".jx-chapter .jx-row .jx-tree-actions vaadin-button:last-of-type")
                .opening("CourseEditorPage", "withdraw", "#withdraw")
                .to(
                        "teach/courses/:courseId/lessons/:lessonId",
                        "text-editor",
                        "/teach/courses/{course}/lessons/{text}")
                .to(
                        "teach/courses/:courseId/lessons/:lessonId",
                        "video-editor",
                        "/teach/courses/{course}/lessons/{video}")
                .to(
                        "teach/courses/:courseId/lessons/:lessonId",
                        "quiz-editor",
                        "/teach/courses/{course}/lessons/{quiz}")
                .to("teach/courses/:courseId/preview", "preview", "/teach/courses/{course}/preview")
                .to("teach/bank", "bank", "/teach/bank")
                .opening("QuestionDialog", "new-question", "#new-question")
                .opening("QuestionDialog", "edit-question", ".jx-keyset .jx-icon-button")
                .to("teach/papers", "papers", "/teach/papers")
                .opening("PaperDialog", "new-paper", "#new-paper")
                .opening("PaperDialog", "edit-paper", ".jx-keyset .jx-icon-button")
                .to("teach/learners", "learners-none", "/teach/learners")
                .opening("ImportDialog", "import", "#import")
                .to("profile", "profile-trainer", "/profile")
                .opening("RealNameDialog", "real-name", Tours::agreeThenRealName);
    }

    /** Consent is asked once; from the second time on the dialog comes at once. */
    private static void agreeThenRealName(Page page) {
        page.locator("#register-real-name").click();
        Locator number = page.locator("#identity-number");
        Locator agree = page.locator("#consent-agree");
        page.waitForCondition(() -> number.isVisible() || agree.isVisible());
        if (agree.isVisible()) {
            agree.click();
        }
        number.waitFor();
    }

    private static Tour assessor() {
        return Tour.of(Person.ASSESSOR)
                .to("", "home-assessor", "/")
                .to("recognise/prior-learning", "prior-inbox", "/recognise/prior-learning")
                .to(CLAIM_REVIEW, "prior-review-assessor", "/recognise/prior-learning/{claim}")
                .opening("ClaimActs", "assess-portfolio", ".jx-assess-portfolio")
                .opening("ClaimActs", "assess-interview", ".jx-assess-interview")
                .opening("ClaimActs", "assess-practical", ".jx-assess-practical")
                .opening("ClaimActs", "appoint", "#act-appoint")
                .opening("ClaimActs", "more-of-claim", "#act-more")
                .to("examine", "examinations-none", "/examine")
                .to("catalogue", "catalogue-none", "/catalogue?q=%E8%88%B9%E8%88%B6%E6%B6%82%E8%A3%85")
                .to("profile", "profile-assessor", "/profile")
                .opening("ConsentDialog", "consent", "#register-real-name")
                .to("missing", "missing", "/nowhere");
    }

    private static Tour employer() {
        return Tour.of(Person.EMPLOYER)
                .to("", "home-employer", "/")
                .to("messages", "messages-none", "/messages")
                .to("teach/learners", "learners", "/teach/learners?course={course}")
                .to("govern", "people-employer", "/govern")
                .to("govern/organisations", "organisations-employer", "/govern/organisations")
                .to("govern/audit", "audit-employer", "/govern/audit");
    }

    private static Tour administrator() {
        return Tour.of(Person.ADMINISTRATOR)
                .to("", "home-administrator", "/")
                .to("govern", "people", "/govern")
                .opening("NewPersonDialog", "new-person", "#new-person")
                .opening("FindByNumberDialog", "find-by-number", "#find-by-number")
                .to("govern", "people-none", "/govern?q=zzzzzz")
                .to("govern/people/:personId", "person", "/govern/people/{person}")
                .opening("PersonPage", "give-role", "#give-role")
                .opening("PersonPage", "take-role", ".jx-rows .jx-icon-button")
                .opening("PasswordReset", "reset-password", "#reset-password")
                .opening("Unmasking", "unmask", "#unmask")
                .opening("Unmasking", "unmasked", page -> {
                    page.locator("#unmask").click();
                    page.locator("#unmask-reason textarea, #unmask-reason input")
                            .first()
                            .fill(REASON);
                    page.locator("#dialog-send").click();
                    page.locator("#unmask-reason")
                            .waitFor(new Locator.WaitForOptions()
                                    .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
                })
                .to("govern/bursts", "bursts-none", "/govern/bursts")
                .to("govern/reexaminations", "reexaminations-none-drawn", "/govern/reexaminations")
                .to("govern/organisations", "organisations", "/govern/organisations")
                .opening("OrganisationDialog", "new-organisation", "#new-organisation")
                .opening("OrganisationDialog", "organisation-under", ".jx-tree-actions vaadin-button")
                .opening("OrganisationDialog", "rename-organisation", ".jx-tree-actions vaadin-button:last-child")
                .to("govern/audit", "audit", "/govern/audit")
                .to("recognise/corrections", "corrections-administrator", "/recognise/corrections")
                .to("govern/institution-keys", "institution-keys", "/govern/institution-keys?org={institution}")
                .opening("InstitutionKeysPage", "register-key", "#register-key")
                .opening("InstitutionKeysPage", "revoke-key", ".jx-revoke-key")
                .to("govern/search-index", "search-index", "/govern/search-index");
    }

    /** With every condition of a grade met. */
    static Tour applying() {
        return Tour.of(Person.WORKER)
                .to("path", "path-eligible", "/path")
                .opening("ApplyDialog", "apply", "[id^='apply-']")
                .opening("ApplyDialog", "apply-enterprise", page -> {
                    page.locator("[id^='apply-']").first().click();
                    page.locator("#apply-way vaadin-radio-button").nth(1).click();
                    page.locator("#apply-plan").waitFor();
                })
                .opening("ApplyDialog", "apply-contest", page -> {
                    page.locator("[id^='apply-']").first().click();
                    page.locator("#apply-way vaadin-radio-button").last().click();
                });
    }

    /** With the film seen, the quiz passed and an application sent. */
    static Tour worker() {
        return Tour.of(Person.WORKER)
                .to("", "home-worker", "/")
                .to("catalogue", "catalogue", "/catalogue")
                .to("catalogue", "catalogue-found", "/catalogue?q=%E5%8D%A1%E5%B0%BA")
                .to("course/:courseId", "course", "/course/{course}")
                .to("course/:courseId", "course-new", "/course/{otherCourse}")
                .to("lesson/:enrolmentId/:lessonId", "lesson-text", "/lesson/{enrolment}/{text}")
                .to("lesson/:enrolmentId/:lessonId", "lesson-video", "/lesson/{enrolment}/{video}")
                .to("lesson/:enrolmentId/:lessonId", "lesson-quiz", "/lesson/{enrolment}/{quiz}")
                .to("quiz/:attemptId", "quiz", "/quiz/{openAttempt}")
                .opening("QuizPage", "unanswered", "#quiz-submit")
                .to("quiz/:attemptId", "quiz-result", "/quiz/{attempt}")
                .to("account", "account", "/account")
                .opening("HoldsPanel", "release-hold", ".jx-release")
                .opening("SpendDialog", "set-aside", "#set-aside")
                .opening("SpendDialog", "spend", "#spend")
                .to("account", "account-none-of-kind", "/account?kind=EXPIRE")
                .to("account/entries/:seq([0-9]{1,15})", "entry", "/account/entries/1")
                .to("account/study/:enrolmentId/:lessonId", "study-record", "/account/study/{enrolment}/{video}")
                .to("recognition", "recognitions", "/recognition")
                .to("recognition/new", "recognition-programmes", "/recognition/new")
                .to("recognition/new", "recognition-preview", "/recognition/new?programme=mechatronics-diploma")
                .to("recognition/new", "recognition-open", "/recognition/new?programme=lifelong-account")
                .to("recognition/outcomes", "declared-outcomes", "/recognition/outcomes")
                .opening("DeclaredOutcomesPage", "take-back", Tours::takeBack)
                .to("recognition/:caseId([0-9a-f-]{36})", "recognition", "/recognition/{publicised}")
                .opening("RecognitionPage", "withdraw-recognition", "#withdraw-recognition")
                .to("prior-learning", "prior-learning", "/prior-learning")
                .to("prior-learning/new", "prior-choose", "/prior-learning/new")
                .to("prior-learning/new", "prior-new", "/prior-learning/new?occupation=6-31-01-03&grade=INTERMEDIATE")
                .to("prior-learning/:claimId([0-9a-f-]{36})", "prior-claim", "/prior-learning/{claim}")
                .opening("ClaimPage", "withdraw-claim", "#withdraw-claim")
                .to("path", "path", "/path")
                .opening("WorkRecordDialog", "add-work", "#add-work")
                .opening("QualificationDialog", "add-qualification", "#add-qualification")
                .opening("WorkRecordDialog", "edit-work", Tours::editWork)
                .to("case/:caseId", "case", "/case/{case}")
                .opening("CasePage", "withdraw-case", "#withdraw-case")
                .opening("EvidenceViewer", "evidence", ".jx-row vaadin-button")
                .to("profile", "profile", "/profile");
    }

    /** The outcome of which a withdrawal is proposed; a second proposal would be refused, its dialog opens all the same. */
    private static void findStated(Page page) {
        page.locator("#stated-number input").fill("2026-0009");
        page.locator("#look-up-outcome").click();
        page.locator(".jx-withdraw").first().click();
    }

    /** What an institution has confirmed cannot be changed any more, so one is added that nobody has looked at. */
    private static void editWork(Page page) {
        Locator edit = page.locator(".jx-row .jx-icon-button").first();
        if (!edit.isVisible()) {
            page.locator("#add-work").click();
            Locator dialog = page.locator("vaadin-dialog[opened]");
            dialog.locator("vaadin-select").click();
            page.locator("vaadin-select-item").first().click();
            dialog.locator("vaadin-text-field input").fill(EMPLOYER);
            Locator from = dialog.locator("vaadin-date-picker input").first();
            from.fill("2020-01-01");
            from.press("Tab");
            dialog.locator("vaadin-button").last().click();
        }
        edit.click();
    }

    /** Outcomes of elsewhere that nobody has looked at, and that may be one; they are declared by whoever comes first. */
    private static void takeBack(Page page) {
        Locator back = page.locator(".jx-take-back");
        for (int i = back.count(); i < ISSUERS.size(); i++) {
            declare(page, ISSUERS.get(i));
            back.nth(i).waitFor();
        }
        back.first().click();
    }

    private static void declare(Page page, String issuer) {
        page.locator("#declared-title input").fill(TRAINING);
        page.locator("#declared-issuer input").fill(issuer);
        Locator on = page.locator("#declared-on input").first();
        on.fill("2024-05-06");
        on.press("Enter");
        on.press("Escape");
        page.locator("jx-upload input[type=file]").first().setInputFiles(Films.photo());
        page.locator("#declared-files li").first().waitFor();
        page.locator("#declare-outcome").click();
    }

    static Tour officer() {
        return Tour.of(Person.OFFICER)
                .to("", "home-officer", "/")
                .to("recognise", "inbox", "/recognise")
                .to("recognise/cases", "recognition-inbox-none", "/recognise/cases")
                .to("recognise/bulk", "bulk", "/recognise/bulk")
                .to("recognise/stand-ins", "stand-ins", "/recognise/stand-ins")
                .opening("StandInsPage", "name-stand-in", "#name-stand-in")
                .to("recognise/prior-learning", "prior-inbox-officer", "/recognise/prior-learning")
                .to(CLAIM_REVIEW, "prior-review", "/recognise/prior-learning/{claim}")
                .opening("ClaimActs", "decide-claim", "#act-decide")
                .to("notices", "notices", "/notices")
                .opening("NoticesPage", "object", ".jx-object")
                .to("recognise/:caseId([0-9a-f-]{36})", "review", "/recognise/{case}")
                .opening("DecisionDialog", "admit", "#admit")
                .opening("DecisionDialog", "ask-more", "#ask-more")
                .opening("DecisionDialog", "refuse", "#refuse")
                .to("recognise/outcome-imports", "outcome-imports", "/recognise/outcome-imports")
                .to(IMPORT, "outcome-import", "/recognise/outcome-imports/{import}")
                .opening("OutcomeImportPage", "import-real", "#import-real")
                .to(IMPORT, "outcome-import-refused", "/recognise/outcome-imports/{import}?rows=refused")
                .to("recognise/withdrawals", "withdrawals", "/recognise/withdrawals")
                .opening("WithdrawalsPage", "approve-withdrawal", ".jx-approve-withdrawal")
                .opening("WithdrawalsPage", "propose-withdrawal", Tours::findStated)
                .to("recognise/withdrawals", "withdrawals-none", "/recognise/withdrawals?state=REFUSED")
                .to("recognise/holds", "holds-none", "/recognise/holds")
                .to("recognise/holds", "holds", "/recognise/holds?show=open")
                .opening("UseDialog", "use-hold", ".jx-use-hold")
                .to("recognise/entries/:entry([0-9a-fA-F-]{36})", "entry-of-others", "/recognise/entries/{entry}");
    }

    /** Admitted to the examination, with the first part marked. */
    static List<Tour> examined() {
        return List.of(
                Tour.of(Person.ASSESSOR)
                        .to("examine", "examinations", "/examine")
                        .to("examine/:caseId([0-9a-f-]{36})", "examination", "/examine/{case}")
                        .opening("MarkDialogs", "mark", "#mark-practice")
                        .opening("MarkDialogs", "correct-mark", ".jx-correct-mark"),
                Tour.of(Person.WORKER)
                        .to("case/:caseId", "case-examined", "/case/{case}")
                        .to("messages", "messages", "/messages")
                        .to("messages/:messageId([0-9a-f-]{36})", "messages-followed", "/messages/{message}"),
                Tour.of(Person.OFFICER).to("recognise/:caseId([0-9a-f-]{36})", "review-examined", "/recognise/{case}"));
    }

    /** After an assessor was hasty. */
    static List<Tour> supervised() {
        return List.of(Tour.of(Person.ADMINISTRATOR)
                .to("govern/bursts", "bursts", "/govern/bursts?org={institution}")
                .to("govern/bursts/:burstId([0-9a-f-]{36})", "burst", "/govern/bursts/{burst}"));
    }

    /** Examined by the own enterprise, with a sitting that waits for the supervisor. */
    static List<Tour> evaluated() {
        return List.of(
                Tour.of(Person.EMPLOYER)
                        .to("govern/plans", "plans", "/govern/plans")
                        .to("govern/plans/new", "plan-choose", "/govern/plans/new?org={employer}")
                        .to("govern/plans/new", "plan-new", "/govern/plans/new?org={employer}&occupation=6-31-01-03")
                        .to("govern/plans/:planId([0-9a-f-]{36})", "plan", "/govern/plans/{plan}")
                        .to("govern/plans/:planId([0-9a-f-]{36})/next", "plan-next", "/govern/plans/{plan}/next"),
                Tour.of(Person.OFFICER)
                        .to("recognise/plans", "plan-inbox-none", "/recognise/plans")
                        .to("recognise/plans", "plan-inbox-approved", "/recognise/plans?state=APPROVED")
                        .to("recognise/plans/:planId([0-9a-f-]{36})", "plan-review", "/recognise/plans/{plan}")
                        .opening("PlanActs", "name-supervisors", "#name-supervisors")
                        .opening("PlanActs", "suspend-plan", "#plan-suspend")
                        .opening("PlanActs", "withdraw-plan", "#plan-withdraw")
                        .to("recognise/:caseId([0-9a-f-]{36})", "review-evaluated", "/recognise/{ownCase}"),
                Tour.of(Person.ENTERPRISE_ASSESSOR)
                        .to("", "home-enterprise-assessor", "/")
                        .to("examine/:caseId([0-9a-f-]{36})", "examination-own", "/examine/{ownCase}"),
                Tour.of(Person.ASSESSOR)
                        .to("supervise", "supervise", "/supervise")
                        .to("supervise/:caseId([0-9a-f-]{36})", "supervise-one", "/supervise/{ownCase}")
                        .opening("ConfirmDialogs", "confirm-sitting", "#confirm-theory")
                        .opening("ConfirmDialogs", "object-to-sitting", "#object-theory"),
                Tour.of(Person.WORKER)
                        .to("supervise", "supervise-none", "/supervise")
                        .to("case/:caseId", "case-evaluated", "/case/{ownCase}"));
    }

    /** With the grade earned. */
    static List<Tour> afterwards() {
        return List.of(
                Tour.of(Person.WORKER)
                        .to("credentials", "credentials", "/credentials")
                        .to("case/:caseId", "case-approved", "/case/{case}")
                        .to("path", "path-after", "/path")
                        .to("recognition/:caseId([0-9a-f-]{36})", "recognition-review", "/recognition/{reviewed}"),
                Tour.of(Person.REVIEWER)
                        .to("", "home-reviewer", "/")
                        .to("recognise/cases", "recognition-inbox", "/recognise/cases")
                        .to("recognise/cases", "recognition-mine", "/recognise/cases?show=mine")
                        .to("recognise/cases/:caseId([0-9a-f-]{36})", "recognition-case", "/recognise/cases/{reviewed}")
                        .opening("RecognitionActs", "vote", "#act-vote")
                        .opening("RecognitionActs", "more", "#act-more"),
                Tour.of(Person.APPEALS).to("recognise/cases", "recognition-appeals", "/recognise/cases?stage=APPEALED"),
                Tour.of(Person.OFFICER)
                        .to("recognise/:caseId([0-9a-f-]{36})", "review-done", "/recognise/{case}")
                        .to("recognise/credentials", "issued", "/recognise/credentials")
                        .opening("StateDialog", "suspend", ".jx-row .jx-actions vaadin-button >> nth=0")
                        .opening("StateDialog", "revoke", ".jx-row .jx-actions vaadin-button >> nth=1")
                        .to("recognise/corrections", "corrections", "/recognise/corrections")
                        .opening("CorrectionsPage", "propose-correction", "#propose")
                        .opening("CorrectionsPage", "look-up-entry", "#look-up-entry"),
                Tour.of(Person.ANYONE).to("verify/:id?", "verify-valid", "/verify/{credential}"));
    }

    /** With the grade drawn for re-examination. */
    static List<Tour> drawn() {
        return List.of(
                Tour.of(Person.WORKER)
                        .to("case/:caseId", "case-drawn", "/case/{case}")
                        .opening("ReexaminationPanel", "say", "#reexam-say"),
                Tour.of(Person.ASSESSOR)
                        .to("recognise/reexaminations", "reexaminations-none", "/recognise/reexaminations"),
                Tour.of(Person.SECOND_OFFICER)
                        .to("recognise/reexaminations", "reexaminations", "/recognise/reexaminations")
                        .to(REEXAMINATION, "reexamination", "/recognise/reexaminations/{reexamination}")
                        .opening("ReexaminationActs", "take", "#act-take"));
    }

    /** With somebody looking at it. */
    static List<Tour> underReview() {
        return List.of(Tour.of(Person.SECOND_OFFICER)
                .to(REEXAMINATION, "reexamination-taken", "/recognise/reexaminations/{reexamination}")
                .opening("ReexaminationActs", "upheld", "#act-upheld")
                .opening("ReexaminationActs", "doubtful", "#act-doubtful"));
    }

    /** With a finding that somebody else has to decide on. */
    static List<Tour> foundDoubtful() {
        return List.of(
                Tour.of(Person.APPEALS)
                        .to(REEXAMINATION, "reexamination-doubtful", "/recognise/reexaminations/{reexamination}")
                        .opening("ReexaminationActs", "confirm", "#act-confirm")
                        .opening("ReexaminationActs", "overturn", "#act-overturn"),
                Tour.of(Person.WORKER).to("case/:caseId", "case-doubtful", "/case/{case}"),
                Tour.of(Person.ADMINISTRATOR)
                        .to("govern/reexaminations", "reexaminations-all", "/govern/reexaminations?org={institution}")
                        .to(REEXAMINATION, "reexamination-supervised", "/recognise/reexaminations/{reexamination}"));
    }
}
