package cn.jiangxue.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An examination that the enterprise of the demo runs for its electrician, told past the pages; each step may be done already. */
record OwnEvaluation(Site site, Map<String, String> facts) {

    private static final String ELECTRICS = "6-31-01-03";

    /** Applied for, admitted, and the theory marked: the supervisor has to confirm. */
    void markTheTheory() {
        OnRecord worker = OnRecord.of(site, Person.WORKER);
        worker.put(
                "/api/me/work-records/" + id("work"),
                Map.of(
                        "occupationCode",
                        ELECTRICS,
                        "employer",
                        Tours.EMPLOYER,
                        "from",
                        "2016-07-01",
                        "to",
                        "2023-02-28"));
        JsonNode plan = worker.get("/api/me/evaluation-plans?grade=INTERMEDIATE&occupation=" + ELECTRICS)
                .get(0);
        facts.put("plan", plan.get("planId").stringValue());
        facts.put("ownCase", id("case").toString());
        facts.put("employer", plan.get("employerId").stringValue());
        JsonNode applied = worker.put(
                "/api/promotion-cases/" + id("case"),
                Map.of(
                        "occupationCode",
                        ELECTRICS,
                        "grade",
                        "INTERMEDIATE",
                        "institutionId",
                        plan.get("institutionId").stringValue(),
                        "statement",
                        "",
                        "path",
                        "ENTERPRISE",
                        "planId",
                        plan.get("planId").stringValue()));
        if (applied.get("state").stringValue().equals("SUBMITTED")) {
            OnRecord.of(site, Person.OFFICER)
                    .put(
                            "/api/promotion-cases/" + id("case") + "/decisions/" + id("admission"),
                            Map.of(
                                    "kind",
                                    "ADMIT",
                                    "reason",
                                    "",
                                    "revision",
                                    applied.get("revision").intValue()));
        }
        OnRecord.of(site, Person.ENTERPRISE_ASSESSOR)
                .put(
                        "/api/promotion-cases/" + id("case") + "/marks/" + id("mark"),
                        Map.of("part", "THEORY", "sitting", 1, "tenths", 812, "reason", ""));
    }

    private static UUID id(String what) {
        return UUID.nameUUIDFromBytes(("own evaluation: " + what).getBytes(StandardCharsets.UTF_8));
    }
}
