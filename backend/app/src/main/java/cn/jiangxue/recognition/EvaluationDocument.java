package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.transfer.Evaluation;
import cn.jiangxue.transfer.Request;
import cn.jiangxue.transfer.RuleVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * What an application, or an upheld appeal, was judged by: the whole request with programme and rule versions, and the whole answer. Never changed.
 *
 * @param liveEntries the ledger's entries of the request's live awards, in the same order
 * @param categories what the programme's categories are called
 */
record EvaluationDocument(
        @BsonId UUID id,
        int schema,
        UUID caseId,
        Request request,
        Evaluation evaluation,
        List<UUID> liveEntries,
        Map<String, LocalText> categories,
        Instant pinnedAt) {

    static final String COLLECTION = "recognition_evaluations";
    static final int SCHEMA = 1;

    /** The rule version an answer was made under; null where no rule spoke. */
    static @Nullable RuleVersion rule(Request request, cn.jiangxue.transfer.@Nullable RuleRef ref) {
        return request.rules().stream()
                .filter(rule -> rule.ref().equals(ref))
                .findFirst()
                .orElse(null);
    }
}
