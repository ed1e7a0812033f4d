package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.Problem;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.text.Languages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A page that could not be shown: the problem in words, and ways on. When the sign-in has ended, the sign-in page. */
@ParentLayout(PublicFrame.class)
@AnonymousAllowed
public class ProblemPage extends Page implements HasErrorParameter<Exception> {

    ProblemPage() {
        super("shell.problem.page");
        addClassName("jx-narrow");
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Problem problem = Problems.of(parameter.getCaughtException(), Languages.current());
        if (Problems.isSignInNeeded(problem)) {
            String here = "/" + event.getLocation().getPathWithQueryParameters();
            UI.getCurrent().getPage().setLocation("/login?ended&to=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
            return HttpStatusCode.UNAUTHORIZED.getCode();
        }
        titled(problem.title());
        Div words = new Div(new H1(problem.title()), new Paragraph(problem.detail()), new Paragraph(problem.next()));
        words.addClassName("jx-problem-page");
        Div actions = new Div(Links.primary("/", t("shell.problem.home")));
        actions.addClassName("jx-actions");
        if (Problems.mayPass(problem)) {
            actions.add(Problems.again());
        }
        words.add(actions);
        String trace = problem.traceId();
        if (trace != null && problem.status() >= 500) {
            Paragraph small = new Paragraph(t("shell.problem.trace", trace));
            small.addClassName("jx-quiet");
            words.add(small);
        }
        add(words);
        return problem.status();
    }
}
