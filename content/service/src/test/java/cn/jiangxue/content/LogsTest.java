package cn.jiangxue.content;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the service says of itself: structured, with the trace of the request, and nothing of a person. */
@WholeContent
@ExtendWith(OutputCaptureExtension.class)
class LogsTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @LocalServerPort
    int port;

    @Test
    void a_line_belongs_to_the_trace_that_came_in_and_tells_nothing_of_the_person(CapturedOutput output) {
        var browser = new Browser(port);
        UUID id = UUID.randomUUID();
        String learner = Stage.person(Role.LEARNER, Stage.ORGANISATION);
        var sender = new Sender(browser);
        String name = "张三 11010119900307721X 13800138000.pdf";
        byte[] file = "%PDF-1.7\n1 0 obj\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        sender.open(learner, id, name, file.length, null);
        Browser.store("PUT", sender.partAddress(learner, id), file);

        var answer = browser.send(
                "POST",
                "/content/uploads/" + id + "/completion",
                learner,
                null,
                "traceparent",
                "00-" + TRACE + "-00f067aa0ba902b7-01");
        browser.put("/content/uploads/" + UUID.randomUUID(), learner, Map.of("kind", name));

        assertThat(answer.header("traceparent")).contains(TRACE);
        List<JsonNode> lines = output.getOut()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        assertThat(lines)
                .filteredOn(line -> line.path("message").asString().contains(id.toString()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("traceId").asString()).isEqualTo(TRACE))
                .allSatisfy(line -> assertThat(line.path("level").asString()).isEqualTo("INFO"));
        assertThat(output.getAll()).doesNotContain("张三", "11010119900307721X", "13800138000", learner);
    }
}
