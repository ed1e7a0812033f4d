package cn.jiangxue.local.seed;

import cn.jiangxue.courses.SampleCourse;
import cn.jiangxue.courses.SampleCourses;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.springframework.web.client.RestClientException;

/**
 * Brings the sample data in. A second run, or a run over data that people have changed since, adds what is missing and changes nothing.
 */
public final class DemoSeed {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Services services;
    private final Duration betweenLooks;
    private final Optional<String> oneTimeToken;
    private final Consumer<String> progress;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param backend base address of the learning service
     * @param content base address of the media service
     * @param oneTimeToken makes the first administrator (the backend keeps it in its key folder in demo mode); may be empty when there is one already
     * @param progress told one line at a time what is being done
     */
    public DemoSeed(URI backend, URI content, Optional<String> oneTimeToken, Consumer<String> progress) {
        this.services = new HttpServices(backend, content, stopped);
        this.oneTimeToken = oneTimeToken;
        this.betweenLooks = BETWEEN_LOOKS;
        this.progress = progress;
    }

    DemoSeed(Services services, Optional<String> oneTimeToken, Duration betweenLooks, Consumer<String> progress) {
        this.services = services;
        this.oneTimeToken = oneTimeToken;
        this.betweenLooks = betweenLooks;
        this.progress = progress;
    }

    /** Who can sign in after a run, for the page and the terminal. */
    public static List<DemoPerson> people() {
        return DemoPeople.ALL;
    }

    /**
     * Runs to the end; blocks for minutes while films are transcoded. People and organisations are there long before.
     *
     * @throws SeedFailed with what could not be done and why
     */
    public void run() {
        try {
            bringIn();
        } catch (RestClientException refused) {
            throw new SeedFailed("a service refused a step of the sample data", refused);
        }
    }

    private void bringIn() {
        List<SampleCourse> courses = SampleCourses.load();
        CourseSeeding teaching = new CourseSeeding(services, new Waiting(stopped, betweenLooks), progress);
        LearnerSeeding learners = new LearnerSeeding(services, progress);
        PlanSeeding plans = new PlanSeeding(services, progress);
        if (teaching.everythingIsThere(courses) && learners.everythingIsThere() && plans.everythingIsThere()) {
            progress.accept("sample data is there already");
            return;
        }
        if (!new PeopleSeeding(services, oneTimeToken, progress).bringIn()) {
            return;
        }
        plans.bringIn();
        boolean learnersReady = attempt(learners);
        teaching.bringIn(courses, learners::enrolIn);
        if (!learnersReady) {
            learners.bringIn();
        }
        progress.accept("sample data is complete");
    }

    /** Learners first, for films take minutes; but what is refused here must not keep the courses away and is tried again after them. */
    private boolean attempt(LearnerSeeding learners) {
        try {
            learners.bringIn();
            return true;
        } catch (RestClientException refused) {
            progress.accept("sample learners will be completed after the courses");
            return false;
        }
    }

    /** Ends the waiting of a run under way; it ends with {@link SeedFailed}. What is done stays done. */
    public void stop() {
        stopped.countDown();
    }
}
