package cn.jiangxue.content.transcode;

import cn.jiangxue.content.media.WorkQueue;
import cn.jiangxue.content.objects.ObjectTransfer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/** The workers of this service. They are looked for and tested in the background, so that the service answers at once. */
final class Workshop implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TranscodeSettings settings;
    private final WorkQueue queue;
    private final ObjectTransfer transfer;
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable Scratch scratch;
    private volatile @Nullable Programs programs;
    private volatile boolean running;

    Workshop(TranscodeSettings settings, WorkQueue queue, ObjectTransfer transfer) {
        this.settings = settings;
        this.queue = queue;
        this.transfer = transfer;
    }

    @Override
    public synchronized void start() {
        running = true;
        if (settings.workers() == 0) {
            return;
        }
        Scratch opened = Scratch.in(settings.folder());
        scratch = opened;
        begin("transcode-setup", () -> open(opened));
    }

    private void open(Scratch opened) {
        Cage cage = Cage.build();
        Optional<Programs> found = new ProgramSearch(cage, opened).search();
        if (found.isEmpty() || !running) {
            return;
        }
        programs = found.get();
        var transcoder = new Transcoder(found.get(), cage);
        for (int i = 1; i <= settings.workers(); i++) {
            begin("transcode-" + i, new TranscodeWorker(queue, transfer, transcoder, opened, UUID.randomUUID()));
        }
    }

    private synchronized void begin(String name, Runnable work) {
        if (running) {
            threads.add(Thread.ofPlatform().daemon().name(name).start(work));
        }
    }

    /** Work under way is given back, so that another takes it on at once. */
    @Override
    public void stop() {
        List<Thread> ending;
        synchronized (this) {
            running = false;
            ending = List.copyOf(threads);
            threads.clear();
        }
        ending.forEach(Thread::interrupt);
        try {
            for (Thread thread : ending) {
                thread.join(PATIENCE);
            }
            if (scratch != null) {
                scratch.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("the scratch folder could not be cleared: {}", e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Told for the operator; a service that cannot convert is still ready to serve. */
    @Override
    public Health health() {
        Programs found = programs;
        if (settings.workers() == 0) {
            return Health.up().withDetail("workers", 0).build();
        }
        return found == null
                ? Health.outOfService().build()
                : Health.up()
                        .withDetail("ffmpeg", found.origin())
                        .withDetail("encoder", found.encoder().option())
                        .build();
    }
}
