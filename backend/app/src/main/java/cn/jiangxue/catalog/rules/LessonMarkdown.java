package cn.jiangxue.catalog.rules;

import cn.jiangxue.contract.LocalText;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Turns what a trainer wrote into HTML a learner's browser may be given: CommonMark with tables, nothing that runs, no form, no frame, links only to http and https
 * and opened without a way back.
 */
public final class LessonMarkdown {

    private static final List<org.commonmark.Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(EXTENSIONS).build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().extensions(EXTENSIONS).build();

    private static final PolicyFactory SAFE = new HtmlPolicyBuilder()
            .allowElements(
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "p",
                    "br",
                    "hr",
                    "blockquote",
                    "pre",
                    "code",
                    "em",
                    "strong",
                    "del",
                    "ul",
                    "ol",
                    "li",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "sub",
                    "sup")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("align")
            .matching(true, "left", "center", "right")
            .onElements("th", "td")
            .allowStandardUrlProtocols()
            .allowUrlProtocols("http", "https")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .toFactory();

    private LessonMarkdown() {}

    /** Safe HTML of both languages. */
    public static LocalText toHtml(LocalText markdown) {
        return new LocalText(html(markdown.zh()), html(markdown.en()));
    }

    /** The bare words, for searching. */
    public static String toText(String markdown) {
        return TEXT.render(PARSER.parse(markdown));
    }

    private static String html(String markdown) {
        return SAFE.sanitize(HTML.render(PARSER.parse(markdown)));
    }
}
