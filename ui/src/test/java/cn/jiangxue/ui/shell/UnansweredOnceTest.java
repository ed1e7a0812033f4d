package cn.jiangxue.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.mock.http.client.MockClientHttpRequest;
import org.springframework.mock.http.client.MockClientHttpResponse;
import org.springframework.mock.web.MockHttpServletRequest;

class UnansweredOnceTest {

    private static final String BACKEND = "http://127.0.0.1:8081";
    private static final String CONTENT = "http://127.0.0.1:8082";

    private final UnansweredOnce once = new UnansweredOnce();
    private final List<URI> asked = new ArrayList<>();

    private final ClientHttpRequestExecution silent = (request, body) -> {
        asked.add(request.getURI());
        throw new IOException("no answer");
    };
    private final ClientHttpRequestExecution answering = (request, body) -> {
        asked.add(request.getURI());
        return new MockClientHttpResponse(new byte[0], HttpStatus.OK);
    };

    @BeforeEach
    void aPage() {
        CurrentInstance.set(VaadinRequest.class, new VaadinServletRequest(new MockHttpServletRequest(), null));
    }

    @AfterEach
    void noPage() {
        CurrentInstance.clearAll();
    }

    private void ask(String service, ClientHttpRequestExecution execution) throws IOException {
        once.intercept(
                new MockClientHttpRequest(HttpMethod.GET, URI.create(service + "/api/me")), new byte[0], execution);
    }

    @Test
    void a_service_that_did_not_answer_is_not_asked_again_for_the_same_page() {
        assertThatThrownBy(() -> ask(BACKEND, silent)).isInstanceOf(IOException.class);

        assertThatThrownBy(() -> ask(BACKEND, answering)).isInstanceOf(IOException.class);

        assertThat(asked).hasSize(1);
    }

    @Test
    void another_service_and_the_next_page_are_asked() throws IOException {
        assertThatThrownBy(() -> ask(BACKEND, silent)).isInstanceOf(IOException.class);

        ask(CONTENT, answering);
        aPage();
        ask(BACKEND, answering);

        assertThat(asked).hasSize(3);
    }

    @Test
    void a_service_that_answers_is_asked_as_often_as_the_page_needs() throws IOException {
        ask(BACKEND, answering);
        ask(BACKEND, answering);

        assertThat(asked).hasSize(2);
    }
}
