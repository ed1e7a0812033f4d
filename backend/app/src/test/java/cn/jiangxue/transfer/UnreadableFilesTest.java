package cn.jiangxue.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LearningApi.EnrolmentImport;
import cn.jiangxue.contract.LearningApi.ImportFormat;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Problem;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.RuleBookApi.EntryResult;
import cn.jiangxue.contract.RuleBookApi.ImportReport;
import cn.jiangxue.contract.RuleBookApi.RuleUpload;
import cn.jiangxue.contract.StandardsApi.StandardImport;
import cn.jiangxue.contract.StandardsApi.StandardUpload;
import cn.jiangxue.testing.SampleCourse;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.SignedIn;
import cn.jiangxue.testing.WholeBackend;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Files that cannot be read, over the wire: in the reader's language it says what is wrong, where and what to do, and never what the parser said. */
@WholeBackend
class UnreadableFilesTest {

    private static final String CLAUSES = "clauses: {c: {text: {zh: 一, en: one}, source: SAMPLE}}\n";
    private static final String PROGRAMME =
            CLAUSES + "programmes:\n  - {id: u-1, version: 1, name: {zh: 甲, en: U}, institution: %s,"
                    + " credits: %s, effectiveFrom: 2027-01-01, clause: c, wording: {zh: 一, en: one}%s}\n";

    @Autowired
    Site site;

    private UUID institution;
    private SignedIn officer;
    private SignedIn drafter;

    @BeforeEach
    void people() {
        institution = site.organisation(OrganisationKind.INSTITUTION, null);
        officer = site.person(Role.RECOGNITION_OFFICER, institution);
        drafter = site.person(Role.RECOGNITION_OFFICER, site.national());
    }

    @Test
    void a_broken_file_of_rules_is_refused_with_line_and_column_in_both_languages() {
        String broken = "rules:\n  - {id: [}\n";

        assertThat(refused(broken, "zh").errors().getFirst().message()).startsWith("第2行第11列不符合JSON或YAML的写法");
        assertThat(refused(broken, "en").errors().getFirst().message()).startsWith("Line 2, column 11 is not written");
        assertThat(refused("a: 1\na: 2\n", "zh").errors().getFirst().message()).contains("“a”在同一处写了两次");
    }

    @Test
    void an_empty_a_binary_and_a_foreign_file_are_told_apart() {
        String gbk = new String("名称: 车工".getBytes(Charset.forName("GBK")), StandardCharsets.UTF_8);

        assertThat(refused("", "zh").errors().getFirst().message()).startsWith("文件是空的");
        assertThat(refused("PK\u0003\u0004" + "\ufffd\u0000".repeat(200_000), "zh")
                        .errors()
                        .getFirst()
                        .message())
                .contains("不是UTF-8编码的文字");
        assertThat(refused(gbk, "en").errors().getFirst().message()).contains("Save it as JSON or YAML in UTF-8");
        assertThat(refused("[1, 2]", "zh").errors().getFirst().message()).contains("现在是一个列表");
    }

    @Test
    void a_file_that_is_too_large_says_the_limit_and_what_to_do() {
        String large = "# " + "长".repeat(400_000);

        Problem zh = problem(rules(large, "zh"), ProblemCode.TOO_LARGE);
        assertThat(zh.detail()).contains("1 MiB").containsPattern("\\p{IsHan}");
        assertThat(zh.next()).isNotBlank();
        assertThat(problem(standard(large, "en"), ProblemCode.TOO_LARGE).detail())
                .contains("1 MiB");
    }

    @Test
    void a_wrong_type_an_unknown_and_a_missing_field_are_named_by_their_path() {
        says(PROGRAMME.formatted(institution, "ten", ""), "/programmes/0/credits", "应是数字，现在是“ten”");
        says(PROGRAMME.formatted(institution, "10", ", creditz: 1"), "/programmes/0/creditz", "不认识这个字段");
        says(PROGRAMME.formatted(institution, "10", "").replace(" credits: 10,", ""), "/programmes/0/credits", "缺少");
        says(PROGRAMME.formatted("nowhere", "10", ""), "/programmes/0/institution", "没有叫“nowhere”的机构");
    }

    @Test
    void a_standard_that_cannot_be_read_says_so_too() {
        assertThat(faults("{\"grades\": [").faults().getFirst().message().zh()).startsWith("第1行");
        assertThat(faults("").faults().getFirst().message().zh()).startsWith("文件是空的");
        assertThat(faults("\u0000").faults().getFirst().message().en()).contains("not text in UTF-8");
        assertThat(faults("levels: 3\n").faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.path()).startsWith("/");
            assertThat(fault.message().zh()).containsPattern("\\p{IsHan}");
        });
    }

    @Test
    void a_text_that_is_called_a_workbook_says_what_to_do_next() {
        SampleCourse course = SampleCourse.published(site);
        UUID employer = site.employer();
        String text = Base64.getEncoder().encodeToString("login\nx\n".getBytes(StandardCharsets.UTF_8));
        var wrong = new EnrolmentImport(employer, course.courseId(), null, ImportFormat.XLSX, text, true);

        ResponseSpec answer = site.person(Role.TRAINER, employer)
                .client()
                .put(wrong, "/api/enrolment-imports/{id}", UUID.randomUUID());

        assertThat(problem(answer, ProblemCode.INVALID_FIELDS)
                        .errors()
                        .getFirst()
                        .message())
                .contains("只改了扩展名")
                .contains("另存为 .xlsx 或 CSV 后再选");
    }

    private void says(String file, String place, String what) {
        ImportReport report = rules(file, "zh")
                .expectStatus()
                .isOk()
                .expectBody(ImportReport.class)
                .returnResult()
                .getResponseBody();
        assertThat(report.rows()).singleElement().satisfies(row -> {
            assertThat(row.result()).isEqualTo(EntryResult.REFUSED);
            assertThat(row.problem().zh()).contains(place).contains(what).contains("请改好");
            assertThat(row.problem().en()).contains(place).contains("Mend this place");
        });
    }

    private Problem refused(String file, String language) {
        return problem(rules(file, language), ProblemCode.INVALID_FIELDS);
    }

    private static Problem problem(ResponseSpec answer, ProblemCode code) {
        Problem problem = answer.expectStatus()
                .isEqualTo(code.status())
                .expectBody(Problem.class)
                .returnResult()
                .getResponseBody();
        assertThat(problem.type()).isEqualTo(code.type());
        assertThat(problem.toString()).doesNotContain("in reader", "while scanning", "while parsing", "Jackson");
        return problem;
    }

    private ResponseSpec rules(String file, String language) {
        return post(officer, new RuleUpload(institution, file, true), "/api/rule-imports", language);
    }

    private ResponseSpec standard(String file, String language) {
        return post(drafter, new StandardUpload(file, true), "/api/standard-imports", language);
    }

    private StandardImport faults(String file) {
        return standard(file, "zh")
                .expectStatus()
                .isOk()
                .expectBody(StandardImport.class)
                .returnResult()
                .getResponseBody();
    }

    private static ResponseSpec post(SignedIn who, Object body, String path, String language) {
        return who.client()
                .http()
                .post()
                .uri(path)
                .headers(headers -> {
                    headers.setBearerAuth(who.tokens().accessToken());
                    headers.set("Accept-Language", language);
                })
                .bodyValue(body)
                .exchange();
    }
}
