package cn.jiangxue.content.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * Uploads, transcoding, playback. Bytes travel between browser and object store by presigned URLs; this API only signs and tells.
 *
 * <p>Beside these, for the player, by study grant or, where nothing shall count, preview grant (bearer header, or {@code grant} query parameter where a player cannot set headers):
 * {@code GET /media/{mediaId}/master.m3u8}, {@code GET /media/{mediaId}/{rendition}.m3u8}, {@code GET /media/{mediaId}/captions/{lang}.vtt} and
 * {@code .m3u8}; and without one: {@code GET /media/{mediaId}/poster.jpg}.
 *
 * <p><strong>For players.</strong> The master names its renditions and captions relative to itself and passes a {@code grant} of the query on to them. Renditions
 * are VOD playlists whose pieces are presigned addresses at the store, good for five to ten minutes ({@code X-Amz-Date} plus {@code X-Amz-Expires}); their paths never
 * change, only their queries do. So before loading a piece that has under half a minute left (or after a 403 from the store), a player fetches the rendition's playlist again, with its
 * current grant, finds the piece by its path there, and loads it with the new query. In hls.js this is a loader given as {@code fLoader} that rewrites {@code context.url};
 * nothing is reloaded and nothing stutters. A player that plays HLS by itself (Safari) gets the master anew on its {@code error} event and seeks to where it was. Never send
 * the bearer header to the store: it refuses requests signed twice.
 */
@HttpExchange(accept = "application/json")
public interface MediaApi {

    /**
     * VIDEO: at most 4 GiB, trainers. EVIDENCE: JPEG, PNG, WebP, HEIC or PDF, at most 20 MiB, learners; kept to the byte, as evidence must be, so that what a camera
     * wrote into a photo (when and where it was taken) stays in it: whoever lets a person choose the file says so.
     */
    enum UploadKind {
        VIDEO,
        EVIDENCE
    }

    /** {@code organisationId}: where the caller is a trainer; null for EVIDENCE. */
    record NewUpload(
            UploadKind kind,
            String fileName,
            long sizeBytes,
            @Nullable UUID organisationId) {}

    enum UploadState {
        OPEN,
        COMPLETED,
        ABANDONED,
        REFUSED
    }

    /** {@code donePartNumbers} count from 1 and need not be sent again. Every part but the last has {@code partSizeBytes}. */
    record Upload(
            UUID id,
            UploadKind kind,
            UploadState state,
            String fileName,
            long sizeBytes,
            long partSizeBytes,
            int parts,
            List<Integer> donePartNumbers,
            @Nullable String refusal,
            @Nullable UUID mediaId,
            Instant expiresAt) {}

    record PartsWanted(List<Integer> partNumbers) {}

    /** Presigned for one part; PUT the bytes there with no further headers. */
    record PartUrl(int partNumber, String url, Instant expiresAt) {}

    enum MediaState {
        QUEUED,
        RUNNING,
        READY,
        FAILED
    }

    record Rendition(String name, int width, int height, int bitsPerSecond) {}

    record Captions(String language, String label) {}

    /** {@code failure}: the reason in words when FAILED. {@code progressPercent} of the running job. {@code queuePlace} counts from 1. */
    record Media(
            UUID id,
            MediaState state,
            int progressPercent,
            @Nullable Integer queuePlace,
            int tries,
            @Nullable String failure,
            String fileName,
            long sizeBytes,
            int durationSeconds,
            List<Rendition> renditions,
            List<Captions> captions,
            @Nullable String posterPath,
            UUID organisationId,
            Instant createdAt) {}

    /** WebVTT or SRT as text, at most 1 MiB; stored as WebVTT. */
    record CaptionsEdit(String label, String text) {}

    /** The same id again answers the same upload with the parts already there: this is how an upload is resumed. */
    @PutExchange("/content/uploads/{id}")
    Upload openUpload(@PathVariable UUID id, @RequestBody NewUpload upload);

    @GetExchange("/content/uploads/{id}")
    Upload upload(@PathVariable UUID id);

    /** At most 20 at a time. */
    @PostExchange("/content/uploads/{id}/part-urls")
    List<PartUrl> signParts(@PathVariable UUID id, @RequestBody PartsWanted wanted);

    /**
     * Puts the parts together, looks at the first bytes, and for VIDEO queues the transcoding under {@code mediaId} equal to the upload's id.
     * A repeat answers the same.
     */
    @PostExchange("/content/uploads/{id}/completion")
    Upload complete(@PathVariable UUID id);

    /** Gives up an OPEN upload and removes what was sent of it. One that ended already stays as it is. */
    @DeleteExchange("/content/uploads/{id}")
    Upload abandon(@PathVariable UUID id);

    /** Trainers of its organisation, and other services. */
    @GetExchange("/content/media/{id}")
    Media media(@PathVariable UUID id);

    @PutExchange("/content/media/{id}/captions/{language}")
    Media saveCaptions(@PathVariable UUID id, @PathVariable String language, @RequestBody CaptionsEdit captions);

    /** Queues a failed one again, from the start. */
    @PostExchange("/content/media/{id}/retry")
    Media retry(@PathVariable UUID id);

    record FileLink(String url, Instant expiresAt) {}

    /** A completed EVIDENCE upload as other services see it. {@code ownerId}: the person who uploaded it. */
    record StoredFile(UUID id, UUID ownerId, String fileName, String contentType, long sizeBytes, String sha256) {}

    /** For other services only (a service token). */
    @GetExchange("/content/files/{id}")
    StoredFile file(@PathVariable UUID id);

    /** For other services only (a service token): a presigned GET of a completed EVIDENCE upload. */
    @PostExchange("/content/files/{id}/links")
    FileLink openFile(@PathVariable UUID id);
}
