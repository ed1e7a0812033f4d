package cn.jiangxue.ui.standards;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StandardsApi;
import cn.jiangxue.contract.StandardsApi.ContentFault;
import cn.jiangxue.contract.StandardsApi.StandardImport;
import com.vaadin.flow.component.UI;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the page says of a standard that the service cannot read. */
class StandardImportDialogTest {

    private static final LocalText BROKEN =
            new LocalText("第1行第2列不符合JSON或YAML的写法。", "Line 1, column 2 is not written as JSON.");
    private static final LocalText TYPE = new LocalText("这里应是整数，现在是“ten”", "a whole number was expected, is 'ten'");

    @AfterEach
    void noPage() {
        UI.setCurrent(null);
    }

    @Test
    void what_is_wrong_with_the_whole_file_stands_without_an_empty_place() {
        assertThat(tried(new ContentFault("", BROKEN)))
                .contains(BROKEN.zh())
                .contains("没有导入；请在文件里改好再试")
                .doesNotContain("/ —")
                .doesNotContain(" — ");
    }

    @Test
    void a_place_in_the_file_stands_before_what_is_wrong_there_in_the_language_of_the_reader() {
        UI english = new UI();
        english.setLocale(Locale.ENGLISH);
        UI.setCurrent(english);

        assertThat(tried(new ContentFault("/grades/0/units/1/weightPercent", TYPE)))
                .contains("/grades/0/units/1/weightPercent — " + TYPE.en())
                .contains("Mend the file and try again")
                .doesNotContainPattern("\\p{IsHan}");
    }

    private static String tried(ContentFault fault) {
        StandardsApi standards = (StandardsApi) Proxy.newProxyInstance(
                StandardsApi.class.getClassLoader(),
                new Class<?>[] {StandardsApi.class},
                (proxy, method, arguments) -> new StandardImport(true, null, 0, null, false, List.of(fault)));
        StandardImportDialog dialog = new StandardImportDialog(standards, () -> {});
        dialog.tryOut("standard.yaml", "{".getBytes(StandardCharsets.UTF_8));
        return dialog.getElement().getTextRecursively();
    }
}
