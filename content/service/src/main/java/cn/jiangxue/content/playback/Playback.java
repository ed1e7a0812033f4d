package cn.jiangxue.content.playback;

import cn.jiangxue.content.media.MediaKeys;
import cn.jiangxue.content.media.Screening;
import cn.jiangxue.content.media.Screening.Film;
import cn.jiangxue.content.media.Screening.Reel;
import cn.jiangxue.content.objects.ObjectAddresses;
import cn.jiangxue.content.objects.ObjectTransfer;
import cn.jiangxue.content.objects.rules.SigningWindow;
import cn.jiangxue.content.playback.rules.Playlists;
import cn.jiangxue.content.playback.rules.Playlists.Caption;
import cn.jiangxue.content.playback.rules.Playlists.Choice;
import cn.jiangxue.content.playback.rules.Playlists.Piece;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.Actor;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.PreviewGrant;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.ServiceCaller;
import cn.jiangxue.platform.StudyGrant;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** What a player is given. Of a video, never a byte: only where its pieces are, for ten minutes at most. */
final class Playback {

    private static final long CACHED_CHARACTERS = 32L << 20;
    private static final int POSTER_BYTES = 1 << 20;

    private final Screening screening;
    private final ObjectAddresses addresses;
    private final ObjectTransfer transfer;
    private final Clock clock;
    private final PlaylistCache playlists = new PlaylistCache(CACHED_CHARACTERS);

    Playback(Screening screening, ObjectAddresses addresses, ObjectTransfer transfer, Clock clock) {
        this.screening = screening;
        this.addresses = addresses;
        this.transfer = transfer;
        this.clock = clock;
    }

    /** Captions and the version to tell a changed text by. */
    record Text(String webVtt, String version) {}

    /** A poster and the run it is of; it changes with the run only. */
    record Poster(byte[] jpeg, UUID run) {}

    Mono<String> master(Actor actor, UUID mediaId, String query) {
        return film(actor, mediaId).map(film -> master(film, query));
    }

    private static String master(Film film, String query) {
        List<Choice> choices = film.sizes().stream()
                .map(size -> new Choice(
                        size.name(),
                        size.width(),
                        size.height(),
                        size.peakBitsPerSecond(),
                        size.averageBitsPerSecond(),
                        size.codecs()))
                .toList();
        List<Caption> captions = film.tracks().stream()
                .map(track -> new Caption(track.language(), track.label()))
                .toList();
        return Playlists.master(choices, captions, query);
    }

    Mono<String> rendition(Actor actor, UUID mediaId, String name) {
        return film(actor, mediaId)
                .filter(film ->
                        film.sizes().stream().anyMatch(size -> size.name().equals(name)))
                .flatMap(film -> rendition(film, name))
                .switchIfEmpty(notFound());
    }

    /** Within a signing window it is the same text for everyone. */
    private Mono<String> rendition(Film film, String name) {
        Instant window = SigningWindow.startOf(clock.instant());
        String key = film.run() + "/" + name + "/" + window.getEpochSecond();
        String ready = playlists.get(key);
        return ready != null
                ? Mono.just(ready)
                : screening
                        .reel(film.run(), name)
                        .map(reel -> written(film, reel, window))
                        .doOnNext(text -> playlists.put(key, text));
    }

    private String written(Film film, Reel reel, Instant window) {
        List<Piece> pieces = IntStream.range(0, reel.files().size())
                .mapToObj(i ->
                        new Piece(reel.files().get(i), reel.durationsMicros().get(i)))
                .toList();
        return Playlists.rendition(
                reel.initFile(),
                pieces,
                file -> addresses
                        .playback(MediaKeys.file(film.mediaId(), film.run(), file), window)
                        .toString());
    }

    Mono<String> captionsPlaylist(Actor actor, UUID mediaId, String language, String query) {
        return film(actor, mediaId)
                .filter(film -> has(film, language))
                .map(film -> Playlists.captions(language, film.durationMillis(), query))
                .switchIfEmpty(notFound());
    }

    Mono<Text> captions(Actor actor, UUID mediaId, String language) {
        return film(actor, mediaId)
                .flatMapIterable(Film::tracks)
                .filter(track -> track.language().equals(language))
                .next()
                .flatMap(
                        track -> screening.captions(mediaId, language).map(webVtt -> new Text(webVtt, track.version())))
                .switchIfEmpty(notFound());
    }

    private static boolean has(Film film, String language) {
        return film.tracks().stream().anyMatch(track -> track.language().equals(language));
    }

    /** A grant opens the one video it was given for; any other does not exist for its holder. */
    private Mono<Film> film(Actor actor, UUID mediaId) {
        return Mono.just(mediaId)
                .filter(media -> opens(actor, media))
                .flatMap(screening::film)
                .switchIfEmpty(notFound());
    }

    private static boolean opens(Actor actor, UUID mediaId) {
        return switch (actor) {
            case StudyGrant grant -> grant.mediaId().equals(mediaId);
            case PreviewGrant grant -> grant.mediaId().equals(mediaId);
            case Caller ignored -> false;
            case ServiceCaller ignored -> false;
        };
    }

    /** Which poster is current; empty when there is none. */
    Mono<UUID> posterRun(UUID mediaId) {
        return screening.posterRun(mediaId).switchIfEmpty(notFound());
    }

    Mono<Poster> poster(UUID mediaId, UUID run) {
        return Blocking.call(() -> transfer.bytes(MediaKeys.poster(mediaId, run), POSTER_BYTES))
                .map(jpeg -> new Poster(jpeg, run));
    }

    private static <T> Mono<T> notFound() {
        return Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }
}
