package cn.jiangxue.ui.shell;

import com.vaadin.flow.component.Html;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;
import org.jsoup.select.Elements;

/** Text with markup that a service sanitised, cleaned once more here: what one side forgets, the other does not show. */
public final class SafeHtml {

    private static final Safelist ALLOWED = Safelist.relaxed()
            .addTags("hr", "mark", "del", "figure", "figcaption")
            .removeTags("img")
            .addTags("img")
            .addAttributes("img", "src", "alt", "width", "height")
            .addProtocols("img", "src", "https", "data")
            .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow")
            .addEnforcedAttribute("a", "target", "_blank");

    private static final int TOP = 3;

    private SafeHtml() {}

    public static Html of(String html) {
        Document document = Jsoup.parseBodyFragment(Jsoup.clean(html, ALLOWED));
        lowerHeadings(document);
        return new Html("<div>" + document.body().html() + "</div>");
    }

    /** The page has its h1 and its panels their h2: the highest heading here becomes h3, the others follow it. */
    private static void lowerHeadings(Document document) {
        Elements headings = document.select("h1, h2, h3, h4, h5, h6");
        int highest = headings.stream().mapToInt(SafeHtml::level).min().orElse(TOP);
        headings.forEach(heading -> heading.tagName("h" + Math.min(6, level(heading) - highest + TOP)));
    }

    private static int level(Element heading) {
        return heading.tagName().charAt(1) - '0';
    }
}
