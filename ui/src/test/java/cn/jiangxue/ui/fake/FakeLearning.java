package cn.jiangxue.ui.fake;

import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.LearningApi;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Enrolments of whoever is signed in; 李明 begins with three, everyone else with none. */
public class FakeLearning implements LearningApi {

    public static final UUID ENROLMENT = UUID.fromString("0190d000-0000-7000-8000-000000000001");

    private final FakeIdentity identity;
    private final FakeCatalog catalog;
    private final Map<UUID, Enrolment> enrolments = new LinkedHashMap<>();
    public final List<Beat> beats = new ArrayList<>();
    public volatile StreamState streamState = StreamState.ACTIVE;

    public FakeLearning(FakeIdentity identity, FakeCatalog catalog) {
        this.identity = identity;
        this.catalog = catalog;
        UUID liming = identity.of("liming").learnerId();
        put(
                ENROLMENT,
                liming,
                FakeCatalog.WELDING,
                LessonState.STARTED,
                33,
                LocalDate.now().plusDays(6),
                EnrolmentState.ACTIVE);
        put(
                UUID.fromString("0190d000-0000-7000-8000-000000000002"),
                liming,
                FakeCatalog.id(3),
                LessonState.NOT_STARTED,
                0,
                LocalDate.now().minusDays(2),
                EnrolmentState.ACTIVE);
        put(
                UUID.fromString("0190d000-0000-7000-8000-000000000003"),
                liming,
                FakeCatalog.id(2),
                LessonState.COMPLETE,
                100,
                null,
                EnrolmentState.COMPLETED);
    }

    private void put(
            UUID id, UUID learner, UUID courseId, LessonState video, int percent, LocalDate due, EnrolmentState state) {
        CatalogApi.CourseForTrainer c = catalog.course(courseId);
        boolean done = state == EnrolmentState.COMPLETED;
        LessonProgress text = new LessonProgress(
                FakeCatalog.TEXT_LESSON,
                percent > 0 ? LessonState.COMPLETE : LessonState.NOT_STARTED,
                List.of(),
                0,
                0,
                0,
                0,
                0,
                percent > 0 ? Instant.parse("2026-11-18T03:00:00Z") : null);
        LessonProgress film = new LessonProgress(
                FakeCatalog.VIDEO_LESSON,
                video,
                video == LessonState.STARTED ? List.of(new Span(0, 42), new Span(60, 75)) : List.of(),
                video == LessonState.STARTED ? 57 : 0,
                81,
                video == LessonState.STARTED ? 55 : 0,
                90,
                video == LessonState.STARTED ? 42 : 0,
                null);
        LessonProgress quiz = new LessonProgress(
                FakeCatalog.QUIZ_LESSON,
                done ? LessonState.COMPLETE : LessonState.NOT_STARTED,
                List.of(),
                0,
                0,
                0,
                0,
                0,
                null);
        enrolments.put(
                id,
                new Enrolment(
                        id,
                        learner,
                        courseId,
                        2,
                        c.draft().title(),
                        c.draft().posterMediaId(),
                        state,
                        percent,
                        percent * 6,
                        done ? null : percent > 0 ? FakeCatalog.VIDEO_LESSON : FakeCatalog.TEXT_LESSON,
                        done
                                ? null
                                : new LocalText(
                                        percent > 0 ? "平板对接焊操作演示" : "安全须知与个人防护",
                                        percent > 0
                                                ? "Butt welding, shown step by step"
                                                : "Safety and protective equipment"),
                        due,
                        Instant.parse("2026-11-10T02:00:00Z"),
                        percent > 0 ? Instant.parse("2026-11-19T11:20:00Z") : null,
                        done ? Instant.parse("2026-11-12T02:00:00Z") : null,
                        List.of(text, film, quiz)));
    }

    @Override
    public Enrolment enrol(UUID id, Enrol enrol) {
        put(
                id,
                identity.current().learnerId(),
                enrol.courseId(),
                LessonState.NOT_STARTED,
                0,
                null,
                EnrolmentState.ACTIVE);
        return enrolments.get(id);
    }

    @Override
    public Enrolment enrolment(UUID id) {
        Enrolment e = enrolments.get(id);
        if (e == null || !e.learnerId().equals(identity.current().learnerId())) {
            throw Refusals.notFound();
        }
        return e;
    }

    @Override
    public Page<Enrolment> myEnrolments(UUID course, String cursor) {
        UUID me = identity.current().learnerId();
        return new Page<>(
                enrolments.values().stream()
                        .filter(e -> e.learnerId().equals(me))
                        .filter(e -> course == null || e.courseId().equals(course))
                        .toList(),
                null);
    }

    @Override
    public Page<StudySegment> segments(UUID id, UUID lessonId, String cursor) {
        Instant at = Instant.parse("2026-11-19T11:20:00Z");
        return new Page<>(
                List.of(
                        new StudySegment(UUID.randomUUID(), lessonId, at, at, 60, 75, 15, 15, null),
                        new StudySegment(
                                UUID.randomUUID(),
                                lessonId,
                                at.minusSeconds(16),
                                at.minusSeconds(16),
                                27,
                                42,
                                15,
                                13,
                                NotCounted.FASTER_THAN_THE_CLOCK),
                        new StudySegment(
                                UUID.randomUUID(),
                                lessonId,
                                at.minusSeconds(31),
                                at.minusSeconds(31),
                                10,
                                25,
                                0,
                                0,
                                NotCounted.ALREADY_SEEN),
                        new StudySegment(
                                UUID.randomUUID(),
                                lessonId,
                                at.minusSeconds(360),
                                at.minusSeconds(60),
                                0,
                                300,
                                300,
                                300,
                                null)),
                null);
    }

    @Override
    public StudyGrant openStream(UUID id, UUID lessonId) {
        streamState = StreamState.ACTIVE;
        return new StudyGrant(
                "grant-1",
                Instant.now().plusSeconds(600),
                UUID.randomUUID(),
                FakeCatalog.MEDIA,
                "/media/" + FakeCatalog.MEDIA + "/master.m3u8",
                42,
                5);
    }

    /** What {@code /study/beats} answers here: everything sent is kept and counted as seen. */
    public BeatReply beat(Beat beat) {
        beats.add(beat);
        long through =
                beat.intervals().stream().mapToLong(PlayedInterval::n).max().orElse(0);
        int seen = 57
                + beats.stream()
                        .flatMap(b -> b.intervals().stream())
                        .mapToInt(i -> (int) (i.to() - i.from()))
                        .sum();
        return new BeatReply(
                through,
                streamState,
                List.of(new Span(0, Math.min(90, 42 + seen - 57)), new Span(60, 75)),
                seen,
                81,
                seen - 3,
                2,
                NotCounted.FASTER_THAN_THE_CLOCK,
                seen >= 81,
                false);
    }

    @Override
    public Enrolment markRead(UUID id, UUID lessonId) {
        Enrolment e = enrolment(id);
        put(id, e.learnerId(), e.courseId(), LessonState.NOT_STARTED, 33, e.dueOn(), e.state());
        return enrolments.get(id);
    }

    @Override
    public ImportResult importEnrolments(UUID id, EnrolmentImport file) {
        return new ImportResult(
                id,
                file.dryRun(),
                2,
                1,
                1,
                List.of(
                        new ImportRow(2, "liming", file.dryRun() ? RowOutcome.WILL_ENROL : RowOutcome.ENROLLED, null),
                        new ImportRow(3, "wuxin", file.dryRun() ? RowOutcome.WILL_ENROL : RowOutcome.ENROLLED, null),
                        new ImportRow(4, "zhouning", RowOutcome.ALREADY_ENROLLED, null),
                        new ImportRow(5, "nobody", RowOutcome.REFUSED, new LocalText("没有这个用户", "No such person"))));
    }

    @Override
    public Page<LearnerStanding> learners(UUID courseId, UUID organisation, String cursor) {
        return new Page<>(
                List.of(
                        new LearnerStanding(
                                ENROLMENT,
                                identity.of("liming").personId(),
                                "李明",
                                "liming",
                                EnrolmentState.ACTIVE,
                                33,
                                198,
                                LocalDate.now().plusDays(6),
                                false,
                                Instant.parse("2026-11-19T11:20:00Z"),
                                null),
                        new LearnerStanding(
                                UUID.randomUUID(),
                                identity.of("wuxin").personId(),
                                "吴新",
                                "wuxin",
                                EnrolmentState.ACTIVE,
                                0,
                                0,
                                LocalDate.now().minusDays(2),
                                true,
                                null,
                                null),
                        new LearnerStanding(
                                UUID.randomUUID(),
                                identity.of("zhouning").personId(),
                                "周宁",
                                "zhouning",
                                EnrolmentState.COMPLETED,
                                100,
                                1260,
                                null,
                                false,
                                Instant.parse("2026-11-15T11:20:00Z"),
                                Instant.parse("2026-11-15T11:20:00Z"))),
                null);
    }
}
