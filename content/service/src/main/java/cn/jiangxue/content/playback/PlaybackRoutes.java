package cn.jiangxue.content.playback;

import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Actor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class PlaybackRoutes {

    private static final MediaType HLS = MediaType.parseMediaType("application/vnd.apple.mpegurl");
    private static final MediaType WEB_VTT = MediaType.parseMediaType("text/vtt;charset=utf-8");

    /** Shorter than the life of the addresses in it, so that a player that asks again gets fresh ones. */
    private static final CacheControl PLAYLIST =
            CacheControl.maxAge(Duration.ofSeconds(60)).cachePrivate();

    private static final CacheControl CAPTIONS = CacheControl.noCache().cachePrivate();
    private static final CacheControl POSTER =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Playback playback;

    PlaybackRoutes(Playback playback) {
        this.playback = playback;
    }

    @GetMapping("/media/{mediaId}/master.m3u8")
    @Access({AccessKind.STUDY_GRANT, AccessKind.PREVIEW_GRANT})
    Mono<ResponseEntity<String>> master(
            Actor actor,
            @PathVariable UUID mediaId,
            @RequestParam(name = "grant", required = false) @Nullable String token) {
        return playback.master(actor, mediaId, query(token)).map(PlaybackRoutes::playlist);
    }

    @GetMapping("/media/{mediaId}/{rendition:\\d{1,4}p}.m3u8")
    @Access({AccessKind.STUDY_GRANT, AccessKind.PREVIEW_GRANT})
    Mono<ResponseEntity<String>> rendition(Actor actor, @PathVariable UUID mediaId, @PathVariable String rendition) {
        return playback.rendition(actor, mediaId, rendition).map(PlaybackRoutes::playlist);
    }

    @GetMapping("/media/{mediaId}/captions/{language}.m3u8")
    @Access({AccessKind.STUDY_GRANT, AccessKind.PREVIEW_GRANT})
    Mono<ResponseEntity<String>> captionsPlaylist(
            Actor actor,
            @PathVariable UUID mediaId,
            @PathVariable String language,
            @RequestParam(name = "grant", required = false) @Nullable String token) {
        return playback.captionsPlaylist(actor, mediaId, language, query(token)).map(PlaybackRoutes::playlist);
    }

    @GetMapping("/media/{mediaId}/captions/{language}.vtt")
    @Access({AccessKind.STUDY_GRANT, AccessKind.PREVIEW_GRANT})
    Mono<ResponseEntity<String>> captions(
            Actor actor,
            @PathVariable UUID mediaId,
            @PathVariable String language,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        return playback.captions(actor, mediaId, language).map(text -> captions(text, known));
    }

    private static ResponseEntity<String> captions(Playback.Text text, @Nullable String known) {
        String tag = "\"" + text.version() + "\"";
        if (tag.equals(known)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag)
                    .cacheControl(CAPTIONS)
                    .build();
        }
        return ResponseEntity.ok()
                .contentType(WEB_VTT)
                .eTag(tag)
                .cacheControl(CAPTIONS)
                .body(text.webVtt());
    }

    @GetMapping("/media/{mediaId}/poster.jpg")
    @Access(AccessKind.PUBLIC)
    Mono<ResponseEntity<byte[]>> poster(
            @PathVariable UUID mediaId,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        return playback.posterRun(mediaId).flatMap(run -> poster(mediaId, run, known));
    }

    private Mono<ResponseEntity<byte[]>> poster(UUID mediaId, UUID run, @Nullable String known) {
        String tag = "\"" + run + "\"";
        if (tag.equals(known)) {
            return Mono.just(ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(tag)
                    .cacheControl(POSTER)
                    .build());
        }
        return playback.poster(mediaId, run)
                .map(poster -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .eTag(tag)
                        .cacheControl(POSTER)
                        .body(poster.jpeg()));
    }

    private static ResponseEntity<String> playlist(String text) {
        return ResponseEntity.ok().contentType(HLS).cacheControl(PLAYLIST).body(text);
    }

    private static String query(@Nullable String token) {
        return token == null ? "" : "?grant=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }
}
