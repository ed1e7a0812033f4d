package cn.jiangxue.stating;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.StatingApi.Row;
import cn.jiangxue.contract.StatingApi.RowResult;
import cn.jiangxue.contract.StatingApi.SignedOutcomes;
import cn.jiangxue.contract.StatingApi.SignedResult;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.AuditTrail;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.stating.RowRecording.Batch;
import cn.jiangxue.stating.RowRecording.Raw;
import cn.jiangxue.stating.rules.Column;
import cn.jiangxue.stating.rules.SignatureBase.Message;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Outcomes in signed requests. Sent again under the same id, and signed anew, they answer the same. */
@Component
class SignedOutcomeIntake {

    static final int ROWS_MOST = 500;

    private final SignedRequests requests;
    private final RowRecording rows;
    private final Organisations organisations;
    private final AuditTrail audit;
    private final JsonMapper json;

    SignedOutcomeIntake(
            SignedRequests requests,
            RowRecording rows,
            Organisations organisations,
            AuditTrail audit,
            JsonMapper json) {
        this.requests = requests;
        this.rows = rows;
        this.organisations = organisations;
        this.audit = audit;
        this.json = json;
    }

    /** What became of each outcome, numbered from 1. */
    Mono<SignedResult> take(UUID id, Message message, byte[] body) {
        return Mono.defer(() -> requests.signer(message, body)).flatMap(key -> take(id, key, read(body)));
    }

    private List<Raw> read(byte[] body) {
        List<Map<String, String>> stated;
        try {
            stated = json.readValue(body, SignedOutcomes.class).outcomes();
        } catch (JacksonException e) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "outcomes");
        }
        if (stated == null || stated.isEmpty() || stated.size() > ROWS_MOST) {
            throw new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field("outcomes", new LocalText("一次 1 至 500 条", "1 to 500 at once"));
        }
        List<Raw> raw = new ArrayList<>();
        for (Map<String, String> one : stated) {
            raw.add(new Raw(raw.size() + 1, values(one), formulas(one)));
        }
        return raw;
    }

    private static Map<Column, String> values(Map<String, String> stated) {
        Map<Column, String> values = new EnumMap<>(Column.class);
        stated.forEach((key, value) ->
                column(key).ifPresent(column -> values.put(column, value == null ? "" : value.strip())));
        return values;
    }

    private static Set<Column> formulas(Map<String, String> stated) {
        Set<Column> formulas = EnumSet.noneOf(Column.class);
        stated.forEach((key, value) -> column(key)
                .filter(column -> value != null && value.strip().startsWith("="))
                .ifPresent(formulas::add));
        return formulas;
    }

    /** A name that means nothing here is a mistake of the program that sent it, and is told. */
    private static Optional<Column> column(String key) {
        Optional<Column> named = Column.named(key);
        if (named.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field("outcomes", new LocalText("没有名为 " + shown(key) + " 的列", "There is no column " + shown(key)));
        }
        return named;
    }

    private static String shown(String key) {
        return key.length() > 40 ? key.substring(0, 40) + "…" : key;
    }

    private Mono<SignedResult> take(UUID id, KeyDocument key, List<Raw> raw) {
        return organisations
                .name(key.institutionId())
                .flatMap(name -> rows.take(new Batch(key.institutionId(), name, id, false), raw))
                .map(results -> new SignedResult(
                        id,
                        count(results, RowResult.ACCEPTED),
                        count(results, RowResult.ALREADY),
                        count(results, RowResult.REFUSED),
                        results))
                .delayUntil(result -> audit.record(fact(key, result)));
    }

    private static int count(List<Row> results, RowResult result) {
        return (int) results.stream().filter(row -> row.result() == result).count();
    }

    private static AuditFact fact(KeyDocument key, SignedResult result) {
        return new AuditFact(
                "outcomes.stated",
                null,
                key.institutionId(),
                "outcome-request:" + result.id(),
                Map.of(
                        "key", key.id().toString(),
                        "accepted", Integer.toString(result.accepted()),
                        "already", Integer.toString(result.already()),
                        "refused", Integer.toString(result.refused())));
    }
}
