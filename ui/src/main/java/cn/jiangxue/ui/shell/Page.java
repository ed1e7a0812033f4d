package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.Problem;
import cn.jiangxue.ui.text.Languages;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import java.util.function.Supplier;
import org.springframework.web.client.RestClientException;

/** What a page of the site is: one column with one h1, and a title in the reader's language. */
public abstract class Page extends Div implements HasDynamicTitle {

    private final String titleKey;
    private String title = "";

    /** {@code titleKey}: the title until something better is known. */
    protected Page(String titleKey) {
        this.titleKey = titleKey;
        addClassName("jx-page");
    }

    /** The title once the page knows what it is about. */
    protected void titled(String better) {
        title = better;
    }

    @Override
    public String getPageTitle() {
        return (title.isEmpty() ? Texts.t(titleKey) : title) + " · " + Texts.t("shell.name");
    }

    /** A part of the page that may fail alone: the rest is still shown. A sign-in that has ended is not such a part. */
    protected static Component guarded(Supplier<? extends Component> part) {
        try {
            return part.get();
        } catch (RestClientException refused) {
            Problem problem = Problems.of(refused, Languages.current());
            if (Problems.isSignInNeeded(problem)) {
                throw refused;
            }
            ProblemNotice notice = new ProblemNotice(problem);
            return Problems.mayPass(problem) ? notice.withRetry() : notice;
        }
    }

    protected static String t(String key, Object... values) {
        return Texts.t(key, values);
    }

    protected static Words words() {
        return Words.now();
    }
}
