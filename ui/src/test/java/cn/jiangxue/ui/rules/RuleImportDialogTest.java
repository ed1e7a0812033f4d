package cn.jiangxue.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Problem;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.EntryResult;
import cn.jiangxue.contract.RuleBookApi.EntryRow;
import cn.jiangxue.contract.RuleBookApi.ImportReport;
import cn.jiangxue.contract.RuleBookApi.RuleUpload;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.HttpClientErrorException;
import tools.jackson.databind.json.JsonMapper;

/** What the page says of a file that the service does not take. */
class RuleImportDialogTest {

    private static final UUID COLLEGE = new UUID(1, 1);
    private static final LocalText NAME = new LocalText("江东职院", "Jiangdong");
    private static final LocalText WHY = new LocalText(
            "文件的/programmes/0/credits处：这里应是数字，现在是“ten”。请改好这一处再导入。",
            "At /programmes/0/credits of the file: a number was expected, is 'ten'. Mend this place and bring the file in again.");

    private final List<RuleUpload> sent = new ArrayList<>();

    @AfterEach
    void noPage() {
        UI.setCurrent(null);
    }

    @Test
    void a_file_that_cannot_be_read_shows_what_the_service_says_and_offers_no_run() {
        RuleImportDialog dialog = dialog(upload -> {
            throw refusal("第2行第11列不符合JSON或YAML的写法。");
        });

        dialog.tryOut("rules.yaml", "rules: [".getBytes(StandardCharsets.UTF_8));

        assertThat(text(dialog)).contains("第2行第11列不符合JSON或YAML的写法。").contains("请修改标出的项目");
        assertThat(runs(dialog)).isFalse();
    }

    @Test
    void an_entry_that_is_not_taken_shows_its_place_and_what_to_do_in_the_language_of_the_reader() {
        assertThat(text(tried())).contains(WHY.zh()).contains("请按下面的说明在文件里改好");

        UI english = new UI();
        english.setLocale(Locale.ENGLISH);
        UI.setCurrent(english);
        assertThat(text(tried()))
                .contains(WHY.en())
                .contains("Mend in the file")
                .doesNotContainPattern("\\p{IsHan}{5}");
    }

    @Test
    void a_programme_that_became_a_draft_leads_to_where_it_is_handed_over() {
        RuleImportDialog dialog = dialog(upload -> new ImportReport(
                upload.dryRun(), 1, 0, 0, List.of(new EntryRow("/programmes/0", "p-1", 2, EntryResult.FILLED, null))));
        dialog.tryOut("rules.yaml", "programmes: []".getBytes(StandardCharsets.UTF_8));
        assertThat(text(dialog)).contains("替换草稿");
        assertThat(runs(dialog)).isTrue();
        assertThat(dialog.getElement().getOuterHTML()).doesNotContain("/recognise/programmes/p-1/2");

        ((Button) dialog.getFooter()
                        .getElement()
                        .getChildren()
                        .toList()
                        .getLast()
                        .getComponent()
                        .orElseThrow())
                .click();

        assertThat(sent).extracting(RuleUpload::dryRun).containsExactly(true, false);
        assertThat(dialog.getElement().getOuterHTML()).contains("/recognise/programmes/p-1/2");
    }

    @Test
    void bytes_that_are_no_text_reach_the_service_as_such() {
        RuleImportDialog dialog = dialog(upload -> new ImportReport(true, 0, 0, 0, List.of()));

        dialog.tryOut("rules.yaml", "名称".getBytes(Charset.forName("GBK")));

        assertThat(sent.getFirst().text()).contains("\ufffd");
    }

    private RuleImportDialog tried() {
        RuleImportDialog dialog = dialog(upload -> new ImportReport(
                true, 0, 0, 1, List.of(new EntryRow("/programmes/0", "", 0, EntryResult.REFUSED, WHY))));
        dialog.tryOut("rules.yaml", "programmes: []".getBytes(StandardCharsets.UTF_8));
        assertThat(runs(dialog)).isFalse();
        return dialog;
    }

    private RuleImportDialog dialog(Function<RuleUpload, ImportReport> service) {
        RuleBookApi book = (RuleBookApi) Proxy.newProxyInstance(
                RuleBookApi.class.getClassLoader(), new Class<?>[] {RuleBookApi.class}, (proxy, method, arguments) -> {
                    sent.add((RuleUpload) arguments[0]);
                    return service.apply(sent.getLast());
                });
        HeldRole held = new HeldRole(Role.RECOGNITION_OFFICER, COLLEGE, NAME);
        return new RuleImportDialog(book, List.of(held), () -> {});
    }

    private static RuntimeException refusal(String message) {
        Problem problem = new Problem(
                ProblemCode.INVALID_FIELDS.type(),
                "有内容需要修改",
                400,
                "下面标出的项目不符合要求。",
                "请修改标出的项目后再提交；已保存的内容没有改变。",
                null,
                null,
                List.of(new Problem.FieldError("text", message)));
        byte[] body = JsonMapper.builder().build().writeValueAsBytes(problem);
        return HttpClientErrorException.create(
                HttpStatusCode.valueOf(400), "", new HttpHeaders(), body, StandardCharsets.UTF_8);
    }

    private static String text(RuleImportDialog dialog) {
        return dialog.getElement().getTextRecursively();
    }

    private static boolean runs(RuleImportDialog dialog) {
        return dialog.getFooter().getElement().getChildren().toList().getLast().isVisible();
    }
}
