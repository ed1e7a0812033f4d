package cn.jiangxue.assessment;

import cn.jiangxue.contract.AssessmentApi.Paper;
import cn.jiangxue.contract.AssessmentApi.PaperContent;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A paper with all its versions, oldest first; version n is at n - 1. {@code revision} equals the newest version. */
record PaperDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID organisationId,
        List<PaperContent> versions,
        Instant changedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final int SCHEMA = 1;

    int newest() {
        return versions.size();
    }

    PaperContent version(int number) {
        return versions.get(number - 1);
    }

    boolean hasVersion(int number) {
        return number >= 1 && number <= versions.size();
    }

    Paper view() {
        return new Paper(id, organisationId, newest(), version(newest()), changedAt);
    }
}
