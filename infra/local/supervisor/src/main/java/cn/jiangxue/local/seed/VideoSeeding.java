package cn.jiangxue.local.seed;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.content.contract.MediaApi.CaptionsEdit;
import cn.jiangxue.content.contract.MediaApi.Media;
import cn.jiangxue.content.contract.MediaApi.MediaState;
import cn.jiangxue.content.contract.MediaApi.NewUpload;
import cn.jiangxue.content.contract.MediaApi.PartUrl;
import cn.jiangxue.content.contract.MediaApi.PartsWanted;
import cn.jiangxue.content.contract.MediaApi.Upload;
import cn.jiangxue.content.contract.MediaApi.UploadKind;
import cn.jiangxue.content.contract.MediaApi.UploadState;
import cn.jiangxue.courses.SampleCourse;
import cn.jiangxue.courses.SampleVideo;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Uploads the films the way a browser does, part by part, and waits until they are transcoded. */
final class VideoSeeding {
    /** A film of two minutes takes about one; the bound covers a slow machine with the whole queue before it. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(20);

    private static final int PARTS_AT_A_TIME = 20;

    private final Services services;
    private final MediaApi media;
    private final Waiting waiting;
    private final Consumer<String> progress;

    VideoSeeding(Services services, MediaApi media, Waiting waiting, Consumer<String> progress) {
        this.services = services;
        this.media = media;
        this.waiting = waiting;
        this.progress = progress;
    }

    /** Uploads what is not uploaded yet; parts already there are not sent again. */
    void upload(SampleCourse course, UUID organisation) {
        SampleVideo video = course.video();
        byte[] bytes = bytes(course);
        Upload upload = media.openUpload(
                video.id(), new NewUpload(UploadKind.VIDEO, course.folder() + ".mp4", bytes.length, organisation));
        if (upload.state() == UploadState.OPEN) {
            progress.accept("film: " + course.title().zh());
            sendParts(upload, bytes);
            upload = media.complete(video.id());
        }
        if (upload.state() != UploadState.COMPLETED) {
            throw new SeedFailed(
                    "the upload of %s ended as %s: %s".formatted(course.folder(), upload.state(), upload.refusal()));
        }
    }

    private void sendParts(Upload upload, byte[] bytes) {
        Set<Integer> wanted =
                new TreeSet<>(IntStream.rangeClosed(1, upload.parts()).boxed().toList());
        upload.donePartNumbers().forEach(wanted::remove);
        List<Integer> numbers = List.copyOf(wanted);
        for (int from = 0; from < numbers.size(); from += PARTS_AT_A_TIME) {
            List<Integer> some = numbers.subList(from, Math.min(numbers.size(), from + PARTS_AT_A_TIME));
            for (PartUrl part : media.signParts(upload.id(), new PartsWanted(some))) {
                services.put(URI.create(part.url()), part(bytes, part.partNumber(), upload.partSizeBytes()));
            }
        }
    }

    private static byte[] part(byte[] bytes, int number, long partSizeBytes) {
        int from = Math.toIntExact((number - 1) * partSizeBytes);
        int to = Math.toIntExact(Math.min(bytes.length, from + partSizeBytes));
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Returns when the film can be played and has its captions. */
    void awaitReady(SampleCourse course) {
        Media state = media.media(course.video().id());
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (state.state() != MediaState.READY) {
            if (state.state() == MediaState.FAILED) {
                throw new SeedFailed("the film of %s failed: %s".formatted(course.folder(), state.failure()));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new SeedFailed("the film of %s was not ready after %d minutes"
                        .formatted(course.folder(), LONGEST_WAIT.toMinutes()));
            }
            waiting.pause();
            state = media.media(course.video().id());
        }
        caption(course, state);
    }

    private void caption(SampleCourse course, Media state) {
        for (SampleVideo.Captions captions : course.video().captions()) {
            boolean there =
                    state.captions().stream().anyMatch(track -> track.language().equals(captions.language()));
            if (!there) {
                media.saveCaptions(
                        course.video().id(), captions.language(), new CaptionsEdit(captions.label(), captions.text()));
            }
        }
    }

    private static byte[] bytes(SampleCourse course) {
        try (InputStream in = course.video().file().openStream()) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new SeedFailed("the film of %s cannot be read".formatted(course.folder()), unreadable);
        }
    }
}
