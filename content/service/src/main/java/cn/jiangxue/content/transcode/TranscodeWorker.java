package cn.jiangxue.content.transcode;

import cn.jiangxue.content.media.Job;
import cn.jiangxue.content.media.Made;
import cn.jiangxue.content.media.MediaFailure;
import cn.jiangxue.content.media.MediaKeys;
import cn.jiangxue.content.media.WorkQueue;
import cn.jiangxue.content.media.rules.WorkRules;
import cn.jiangxue.content.objects.ObjectTransfer;
import cn.jiangxue.content.transcode.Transcoder.Converted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * One worker: takes a video from the queue, fetches it, converts it, stores what came out, says so. It runs on a thread of its own that lives as long as the service,
 * because the children die with the thread that started them. While it works, a heartbeat renews its lease; when that fails it stops and leaves the video to whoever
 * took it over.
 */
final class TranscodeWorker implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(TranscodeWorker.class);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final long SPARE_BYTES = 256L << 20;

    private final WorkQueue queue;
    private final ObjectTransfer transfer;
    private final Transcoder transcoder;
    private final Scratch scratch;
    private final UUID id;
    private final ScheduledExecutorService heart;

    TranscodeWorker(WorkQueue queue, ObjectTransfer transfer, Transcoder transcoder, Scratch scratch, UUID id) {
        this.queue = queue;
        this.transfer = transfer;
        this.transcoder = transcoder;
        this.scratch = scratch;
        this.id = id;
        this.heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("heart-" + id).factory());
    }

    /** Until interrupted. Nothing a file does ends this loop. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Job job = answered(queue.take(id));
                if (job == null) {
                    queue.awaitWork(IDLE);
                } else {
                    work(job);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warn("the queue cannot be read, trying again: {}", e.toString());
                pauseAfterTrouble();
            }
        }
        heart.shutdownNow();
    }

    private void work(Job job) throws InterruptedException {
        long started = System.nanoTime();
        UUID run = UUID.randomUUID();
        var beat = new Heartbeat(job, Thread.currentThread());
        Future<?> beating = heart.scheduleWithFixedDelay(
                beat, WorkRules.RENEWAL.toMillis() / 10, Heartbeat.LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        Path folder = null;
        boolean interrupted = false;
        try {
            folder = scratch.forJob(run);
            tell(job, made(job, run, folder, beat), run);
            LOG.info("worked on {} for {} s", job.mediaId(), (System.nanoTime() - started) / 1_000_000_000);
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (IOException | RuntimeException e) {
            trouble(job, beat, e);
        } finally {
            beating.cancel(false);
            clear(folder);
        }
        interrupted |= Thread.interrupted();
        // An interrupt by the heartbeat was for this job only; one by the service's end gives the job back and stays in
        // force.
        if (interrupted && !beat.lost()) {
            answeredDespiteInterrupt(queue.giveBack(job));
            throw new InterruptedException();
        }
    }

    /** What this try led to. */
    private sealed interface Result {}

    private record Success(Made made) implements Result {}

    private record Failure(MediaFailure why) implements Result {}

    /** The video is another's now, or the service ends. */
    private record NoLongerOurs() implements Result {}

    private Result made(Job job, UUID run, Path folder, Heartbeat beat) throws IOException, InterruptedException {
        if (scratch.freeBytes() < job.sizeBytes() * 2 + SPARE_BYTES) {
            return new Failure(MediaFailure.NO_ROOM);
        }
        Path source = folder.resolve("source");
        String sha256 = transfer.download(job.sourceKey(), source);
        boolean same = job.sha256() == null || job.sha256().equals(sha256);
        if (!same || Files.size(source) != job.sizeBytes()) {
            return new Failure(MediaFailure.CHANGED);
        }
        if (!Boolean.TRUE.equals(answered(queue.identify(job, sha256)))) {
            return new NoLongerOurs();
        }
        return switch (transcoder.convert(source, beat::reached)) {
            case Converted converted -> new Success(stored(job, run, folder, sha256, converted));
            case Transcoder.Failed failed -> new Failure(failed.why());
            case Transcoder.Cancelled ignored -> new NoLongerOurs();
        };
    }

    private Made stored(Job job, UUID run, Path folder, String sha256, Converted converted) throws IOException {
        for (Transcoder.Size size : converted.sizes()) {
            upload(job, run, folder, size.files().initFile(), "video/mp4");
            for (var segment : size.files().segments()) {
                upload(job, run, folder, segment.file(), "video/iso.segment");
            }
        }
        transfer.upload(converted.poster(), MediaKeys.poster(job.mediaId(), run), "image/jpeg");
        List<Made.Size> sizes =
                converted.sizes().stream().map(TranscodeWorker::told).toList();
        return new Made(run, sha256, converted.durationMillis(), sizes);
    }

    private void upload(Job job, UUID run, Path folder, String file, String type) throws IOException {
        transfer.upload(folder.resolve(file), MediaKeys.file(job.mediaId(), run, file), type);
    }

    private static Made.Size told(Transcoder.Size size) {
        return new Made.Size(
                size.rung().name(),
                size.rung().width(),
                size.rung().height(),
                size.stream().peakBitsPerSecond(),
                size.stream().averageBitsPerSecond(),
                size.stream().codecs(),
                size.files().initFile(),
                size.files().segments().stream()
                        .map(segment -> new Made.Segment(segment.file(), segment.durationMicros()))
                        .toList());
    }

    private void tell(Job job, Result result, UUID run) throws InterruptedException {
        switch (result) {
            case Success success -> {
                if (!Boolean.TRUE.equals(answered(queue.finish(job, success.made())))) {
                    LOG.warn("{} was taken over; run {} is left to the sweep", job.mediaId(), run);
                }
            }
            case Failure failure -> {
                LOG.info("{} try {} failed: {}", job.mediaId(), job.tries(), failure.why());
                answered(queue.fail(job, failure.why()));
            }
            case NoLongerOurs ignored -> LOG.info("stopped working on {}", job.mediaId());
        }
    }

    /** The store does not answer, or this machine is in trouble: no fault of the file. */
    private void trouble(Job job, Heartbeat beat, Exception failure) {
        if (beat.lost() || Thread.currentThread().isInterrupted()) {
            return;
        }
        LOG.warn("{} try {} could not be finished: {}", job.mediaId(), job.tries(), failure.toString());
        answeredDespiteInterrupt(queue.fail(job, MediaFailure.STORE));
    }

    private static void clear(@org.jspecify.annotations.Nullable Path folder) {
        try {
            if (folder != null) {
                Scratch.remove(folder);
            }
        } catch (IOException e) {
            LOG.warn("a job's folder could not be removed: {}", e.toString());
        }
    }

    /** This thread is the worker's own: waiting for the answer here blocks nobody. */
    private static <T> @org.jspecify.annotations.Nullable T answered(Mono<T> question) throws InterruptedException {
        try {
            return question.toFuture().get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the document store does not answer", e);
        }
    }

    private static void answeredDespiteInterrupt(Mono<Void> question) {
        try {
            answered(question);
        } catch (InterruptedException | IllegalStateException e) {
            LOG.warn("a word on a video was not heard; its lease will run out: {}", e.toString());
        }
    }

    private void pauseAfterTrouble() {
        try {
            queue.awaitWork(AFTER_TROUBLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Renews the lease and tells how far the work is: at once when the percentage changes, every {@link WorkRules#RENEWAL} anyway. */
    private final class Heartbeat implements Runnable {

        static final Duration LOOK_EVERY = Duration.ofSeconds(1);

        private final Job job;
        private final Thread worker;
        private final AtomicInteger percent = new AtomicInteger();
        private int told = -1;
        private long toldAt;
        private long answeredAt = System.nanoTime();
        private volatile boolean lost;

        Heartbeat(Job job, Thread worker) {
            this.job = job;
            this.worker = worker;
        }

        boolean reached(int now) {
            percent.set(now);
            return !lost && !worker.isInterrupted();
        }

        boolean lost() {
            return lost;
        }

        @Override
        public void run() {
            int now = percent.get();
            boolean due = System.nanoTime() - toldAt > WorkRules.RENEWAL.toNanos();
            if (lost || now == told && !due) {
                return;
            }
            try {
                told = now;
                toldAt = System.nanoTime();
                if (Boolean.FALSE.equals(answered(queue.renew(job, now)))) {
                    giveUp();
                } else {
                    answeredAt = System.nanoTime();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                if (System.nanoTime() - answeredAt > WorkRules.LEASE.toNanos()) {
                    giveUp();
                }
            }
        }

        private void giveUp() {
            lost = true;
            worker.interrupt();
        }
    }
}
