package cn.jiangxue.ui.shell;

import com.vaadin.flow.server.VaadinRequest;
import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;

/**
 * A service that did not answer is not asked again while the same page is being made: a page of many parts waits once for a service that has stopped, not once
 * for each part. The next page asks again.
 */
@Component
class UnansweredOnce implements ClientHttpRequestInterceptor {

    private static final String KEY = UnansweredOnce.class.getName() + ":";

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        VaadinRequest page = VaadinRequest.getCurrent();
        String service = KEY + request.getURI().getAuthority();
        if (page != null && page.getAttribute(service) != null) {
            throw new IOException(
                    "did not answer a moment ago: " + request.getURI().getAuthority());
        }
        try {
            return execution.execute(request, body);
        } catch (IOException unanswered) {
            if (page != null) {
                page.setAttribute(service, true);
            }
            throw unanswered;
        }
    }
}
