package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.VideoPreview;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.PreviewGrant;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.TokenIssuer;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Lets those who make a course see its videos without studying them. */
final class VideoPreviews {

    private final CourseEditing editing;
    private final CourseVideos videos;
    private final TokenIssuer tokens;
    private final Clock clock;

    VideoPreviews(CourseEditing editing, CourseVideos videos, TokenIssuer tokens, Clock clock) {
        this.editing = editing;
        this.videos = videos;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** For a trainer of the course and a video of the course's organisation; any other does not exist for the caller. */
    Mono<VideoPreview> open(Caller caller, UUID courseId, UUID mediaId) {
        return editing.owned(caller, courseId)
                .flatMap(course -> videos.belongsTo(course.organisationId(), mediaId))
                .filter(belongs -> belongs)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .map(belongs -> granted(caller, mediaId));
    }

    private VideoPreview granted(Caller caller, UUID mediaId) {
        Instant end = clock.instant().plus(tokens.grantLife());
        String grant = tokens.previewGrant(new PreviewGrant(caller.personId(), mediaId, end));
        return new VideoPreview(grant, end, "/media/" + mediaId + "/master.m3u8");
    }
}
