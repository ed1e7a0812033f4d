package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.vocabulary.Flaw;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The videos that a draft's lessons refer to. */
interface CourseVideos {

    /** Lengths of those that are ready, and what is wrong with the others. */
    record Looked(List<VersionDocument.VideoLength> lengths, List<Flaw> flaws) {}

    Mono<Looked> look(UUID organisationId, CourseContent draft);

    /** Whether there is such a video and it is the organisation's. */
    Mono<Boolean> belongsTo(UUID organisationId, UUID mediaId);
}
