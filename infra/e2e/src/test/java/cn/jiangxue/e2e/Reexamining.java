package cn.jiangxue.e2e;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** The re-examination of a grade that was drawn, moved past the pages by somebody who had no part in the application. */
final class Reexamining {

    private final String id;
    private final OnRecord reviewer;

    /** Waits until the grade of the worker's application was drawn. */
    Reexamining(Site site, String caseId) {
        OnRecord worker = OnRecord.of(site, Person.WORKER);
        String own = "/api/me/reexaminations?case=" + caseId;
        Site.await(
                "the grade is drawn",
                Duration.ofSeconds(60),
                () -> !worker.get(own).isEmpty());
        this.id = worker.get(own).get(0).get("id").stringValue();
        this.reviewer = OnRecord.of(site, Person.SECOND_OFFICER);
    }

    String id() {
        return id;
    }

    void take() {
        if (may("TAKE")) {
            reviewer.post("/api/reexaminations/" + id + "/review");
        }
    }

    void findDoubtful() {
        if (may("FIND")) {
            reviewer.put(
                    "/api/reexaminations/" + id + "/findings/" + UUID.randomUUID(),
                    Map.of("kind", "DOUBTFUL", "reason", "实操评分表缺少第二位考评员签字，需要核实。"));
        }
    }

    private boolean may(String act) {
        return reviewer.get("/api/reexaminations/" + id)
                .get("acts")
                .valueStream()
                .map(JsonNode::stringValue)
                .anyMatch(act::equals);
    }
}
