package cn.jiangxue.content.media;

import cn.jiangxue.content.contract.MediaApi.MediaState;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Videos as players need them. */
public final class Screening {

    private final MediaCollections collections;

    Screening(MediaCollections collections) {
        this.collections = collections;
    }

    /** A playable video. */
    public record Film(UUID mediaId, UUID run, long durationMillis, List<Size> sizes, List<Track> tracks) {}

    public record Size(
            String name, int width, int height, int peakBitsPerSecond, int averageBitsPerSecond, String codecs) {}

    /** {@code version} changes whenever the text does. */
    public record Track(String language, String label, String version) {}

    /** The files of one size, in order; the same for ever for one run. */
    public record Reel(String initFile, List<String> files, List<Integer> durationsMicros) {}

    /** Empty when there is no such video; refused with MEDIA_NOT_READY when it cannot be played yet. */
    public Mono<Film> film(UUID mediaId) {
        return collections.media().find(mediaId).map(Screening::playable);
    }

    private static Film playable(MediaDocument media) {
        UUID run = media.run();
        if (media.state() != MediaState.READY || run == null) {
            throw new ProblemException(ProblemCode.MEDIA_NOT_READY);
        }
        return new Film(
                media.id(),
                run,
                media.durationMillis(),
                media.renditions().stream()
                        .map(size -> new Size(
                                size.name(),
                                size.width(),
                                size.height(),
                                size.peakBitsPerSecond(),
                                size.averageBitsPerSecond(),
                                size.codecs()))
                        .toList(),
                media.tracks().entrySet().stream()
                        .map(track -> new Track(
                                track.getKey(),
                                track.getValue().label(),
                                track.getValue().version()))
                        .sorted(Comparator.comparing(Track::language))
                        .toList());
    }

    public Mono<Reel> reel(UUID run, String size) {
        return collections
                .renditions()
                .find(RenditionDocument.idOf(run, size))
                .map(found -> new Reel(found.initFile(), found.files(), found.durationsMicros()));
    }

    /** Captions as WebVTT. */
    public Mono<String> captions(UUID mediaId, String language) {
        return collections
                .captions()
                .find(CaptionDocument.idOf(mediaId, language))
                .map(CaptionDocument::webVtt);
    }

    /** The run whose poster is shown, or empty. */
    public Mono<UUID> posterRun(UUID mediaId) {
        return collections.media().find(mediaId).mapNotNull(Screening::runOf);
    }

    private static @Nullable UUID runOf(MediaDocument media) {
        return media.run();
    }
}
