package cn.jiangxue.assessment;

import cn.jiangxue.contract.AssessmentApi.Question;
import cn.jiangxue.contract.AssessmentApi.QuestionContent;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A question with all its versions, oldest first; version n is at n - 1. {@code revision} equals the newest version. */
record QuestionDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID organisationId,
        String occupationCode,
        List<QuestionContent> versions,
        Instant changedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final int SCHEMA = 1;

    int newest() {
        return versions.size();
    }

    QuestionContent version(int number) {
        return versions.get(number - 1);
    }

    Question view() {
        return new Question(id, organisationId, occupationCode, newest(), version(newest()), changedAt);
    }
}
