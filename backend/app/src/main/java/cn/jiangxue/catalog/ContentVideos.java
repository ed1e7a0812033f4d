package cn.jiangxue.catalog;

import cn.jiangxue.content.contract.MediaApi.Media;
import cn.jiangxue.content.contract.MediaApi.MediaState;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.TokenIssuer;
import cn.jiangxue.vocabulary.Flaw;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks the content service about videos, as a service. */
final class ContentVideos implements CourseVideos {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 4;

    private final WebClient content;
    private final TokenIssuer tokens;

    ContentVideos(WebClient content, TokenIssuer tokens) {
        this.content = content;
        this.tokens = tokens;
    }

    @Override
    public Mono<Looked> look(UUID organisationId, CourseContent draft) {
        return Flux.fromIterable(references(draft))
                .flatMapSequential(reference -> look(organisationId, reference), AT_ONCE)
                .reduce(new Looked(List.of(), List.of()), ContentVideos::together);
    }

    private record Reference(String path, UUID lessonId, UUID mediaId) {}

    private static List<Reference> references(CourseContent draft) {
        List<Reference> found = new ArrayList<>();
        for (int c = 0; c < draft.chapters().size(); c++) {
            List<Lesson> lessons = draft.chapters().get(c).lessons();
            for (int l = 0; l < lessons.size(); l++) {
                UUID media = lessons.get(l).mediaId();
                if (lessons.get(l).kind() == LessonKind.VIDEO && media != null) {
                    String path = "chapters[" + c + "].lessons[" + l + "].mediaId";
                    found.add(new Reference(path, lessons.get(l).id(), media));
                }
            }
        }
        return found;
    }

    @Override
    public Mono<Boolean> belongsTo(UUID organisationId, UUID mediaId) {
        return media(organisationId, mediaId).hasElement();
    }

    private Mono<Looked> look(UUID organisationId, Reference reference) {
        return media(organisationId, reference.mediaId())
                .map(media -> judged(reference, media))
                .defaultIfEmpty(flaw(reference, "找不到这个视频", "This video does not exist"));
    }

    /** The organisation's video; empty when there is none, or it is another's. */
    private Mono<Media> media(UUID organisationId, UUID mediaId) {
        return content.get()
                .uri("/content/media/{id}", mediaId)
                .headers(headers -> headers.setBearerAuth(tokens.serviceToken("backend")))
                .retrieve()
                .bodyToMono(Media.class)
                .timeout(PATIENCE)
                .filter(media -> media.organisationId().equals(organisationId))
                .onErrorResume(
                        WebClientResponseException.class,
                        e -> e.getStatusCode() == HttpStatus.NOT_FOUND ? Mono.empty() : Mono.error(unavailable()))
                .onErrorMap(WebClientRequestException.class, e -> unavailable())
                .onErrorMap(java.util.concurrent.TimeoutException.class, e -> unavailable());
    }

    private static Looked judged(Reference reference, Media media) {
        if (media.state() == MediaState.READY) {
            var length = new VersionDocument.VideoLength(reference.lessonId(), media.durationSeconds());
            return new Looked(List.of(length), List.of());
        }
        return media.state() == MediaState.FAILED
                ? flaw(reference, "视频处理失败，请重新上传", "The video could not be processed; upload it again")
                : flaw(reference, "视频还在处理中，请稍候", "The video is still being processed; wait a little");
    }

    private static Looked flaw(Reference reference, String zh, String en) {
        return new Looked(List.of(), List.of(Flaw.of(reference.path(), zh, en)));
    }

    private static ProblemException unavailable() {
        return new ProblemException(ProblemCode.UNAVAILABLE, "content").retryAfter(PATIENCE);
    }

    private static Looked together(Looked one, Looked other) {
        List<VersionDocument.VideoLength> lengths = new ArrayList<>(one.lengths());
        lengths.addAll(other.lengths());
        List<Flaw> flaws = new ArrayList<>(one.flaws());
        flaws.addAll(other.flaws());
        return new Looked(lengths, flaws);
    }
}
