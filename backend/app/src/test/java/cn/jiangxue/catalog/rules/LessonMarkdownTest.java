package cn.jiangxue.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LessonMarkdownTest {

    @Test
    void headings_lists_and_tables_come_through() {
        String html = html("## 步骤\n\n1. 断电\n2. 验电\n\n| 量程 | 精度 |\n|---|---|\n| 150 mm | 0.02 mm |\n");

        assertThat(html).contains("<h2>步骤</h2>", "<ol>", "<li>断电</li>", "<table>", "<th>量程</th>", "<td>0.02 mm</td>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[点我](javascript:alert(1))",
                "[点我](data:text/html;base64,PHNjcmlwdD4=)",
                "<a href=\"https://example.org\" onclick=\"alert(1)\">x</a>",
                "<iframe src=\"https://example.org\"></iframe>",
                "<form action=\"https://example.org\"><input name=p></form>",
                "<style>body{display:none}</style>",
                "<svg onload=alert(1)>",
            })
    void nothing_that_runs_or_asks_comes_through(String hostile) {
        assertThat(html(hostile).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain(
                        "<script",
                        "onerror",
                        "javascript:",
                        "data:",
                        "onclick",
                        "<iframe",
                        "<form",
                        "<input",
                        "<style",
                        "<svg",
                        "<img");
    }

    @Test
    void a_link_opens_without_a_way_back() {
        assertThat(html("[标准](https://example.org/gb)"))
                .contains("href=\"https://example.org/gb\"")
                .contains("noopener")
                .contains("noreferrer");
    }

    @Test
    void for_searching_the_markup_is_dropped() {
        assertThat(LessonMarkdown.toText("**主轴**转速 [见](https://example.org)"))
                .contains("主轴转速")
                .doesNotContain("**");
    }

    private static String html(String markdown) {
        return LessonMarkdown.toHtml(new LocalText(markdown, "")).zh();
    }
}
