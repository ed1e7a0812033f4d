package cn.jiangxue.content.media;

import cn.jiangxue.content.contract.MediaApi.Captions;
import cn.jiangxue.content.contract.MediaApi.CaptionsEdit;
import cn.jiangxue.content.contract.MediaApi.Media;
import cn.jiangxue.content.contract.MediaApi.Rendition;
import cn.jiangxue.content.media.MediaLibrary.Placed;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Actor;
import cn.jiangxue.platform.Caller;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class MediaRoutes {

    private final MediaLibrary library;

    MediaRoutes(MediaLibrary library) {
        this.library = library;
    }

    @GetMapping("/content/media/{id}")
    @Access(value = AccessKind.SERVICE, roles = Role.TRAINER)
    Mono<Media> media(Actor actor, @PathVariable UUID id, Locale locale) {
        return library.see(actor, id).map(found -> shown(found, locale));
    }

    @PutMapping("/content/media/{id}/captions/{language}")
    @Access(roles = Role.TRAINER)
    Mono<Media> saveCaptions(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable String language,
            @RequestBody CaptionsEdit captions,
            Locale locale) {
        return library.saveCaptions(caller, id, language, captions).map(found -> shown(found, locale));
    }

    @PostMapping("/content/media/{id}/retry")
    @Access(roles = Role.TRAINER)
    Mono<Media> retry(Caller caller, @PathVariable UUID id, Locale locale) {
        return library.retry(caller, id).map(found -> shown(found, locale));
    }

    private static Media shown(Placed found, Locale locale) {
        MediaDocument media = found.media();
        MediaFailure failure = media.failure();
        return new Media(
                media.id(),
                media.state(),
                media.progressPercent(),
                found.place() == 0 ? null : found.place(),
                media.tries(),
                failure == null ? null : failure.words().in(locale),
                media.fileName(),
                media.sizeBytes(),
                Math.toIntExact(Math.ceilDiv(media.durationMillis(), 1000)),
                media.renditions().stream()
                        .map(size -> new Rendition(size.name(), size.width(), size.height(), size.peakBitsPerSecond()))
                        .toList(),
                media.tracks().entrySet().stream()
                        .map(track ->
                                new Captions(track.getKey(), track.getValue().label()))
                        .sorted(Comparator.comparing(Captions::language))
                        .toList(),
                media.run() == null ? null : "/media/" + media.id() + "/poster.jpg",
                media.organisationId(),
                media.createdAt());
    }
}
