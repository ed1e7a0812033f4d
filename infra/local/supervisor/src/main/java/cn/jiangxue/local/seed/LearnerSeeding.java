package cn.jiangxue.local.seed;

import cn.jiangxue.contract.IdentityApi.Consent;
import cn.jiangxue.contract.IdentityApi.ConsentDecision;
import cn.jiangxue.contract.IdentityApi.Me;
import cn.jiangxue.contract.IdentityApi.RealName;
import cn.jiangxue.contract.LearningApi.Enrol;
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.courses.SampleCourse;
import cn.jiangxue.local.seed.Services.SignedIn;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;

/** What the demo's workers have done before: consents given, real names registered, years worked, one enrolment. */
final class LearnerSeeding {
    private static final UUID TURNERS_WORK = UUID.fromString("019b8a30-0001-7c01-8c01-3d5c1e6f2001");
    private static final UUID ELECTRICIANS_WORK = UUID.fromString("019b8a30-0002-7c02-8c02-3d5c1e6f2002");
    private static final UUID ELECTRICIANS_ENROLMENT = UUID.fromString("019b8a30-0003-7c03-8c03-3d5c1e6f2003");
    private static final String TURNING = "6-18-01-01";
    private static final String ELECTRICS = "6-31-01-03";

    // Order codes 996 to 999 are kept for people over a hundred, so these numbers are well formed and nobody's.
    private static final String TURNERS_NUMBER = "110101199205209990";
    private static final String ELECTRICIANS_NUMBER = "110101199811169984";

    private final Services services;
    private final Consumer<String> progress;

    LearnerSeeding(Services services, Consumer<String> progress) {
        this.services = services;
        this.progress = progress;
    }

    /** Whether the last thing that {@link #bringIn} does is done, or cannot be done because the person took the account over. */
    boolean everythingIsThere() {
        return services.signIn(DemoPeople.ELECTRICIAN.userName(), DemoPeople.ELECTRICIAN.password())
                .map(electrician -> hasWork(electrician, ELECTRICIANS_WORK))
                .orElse(true);
    }

    void bringIn() {
        asPerson(DemoPeople.TURNER, turner -> {
            prepare(turner, "张大伟", TURNERS_NUMBER);
            work(turner, TURNERS_WORK, TURNING, LocalDate.of(2020, 7, 1));
        });
        asPerson(DemoPeople.ELECTRICIAN, electrician -> {
            prepare(electrician, "刘芳", ELECTRICIANS_NUMBER);
            work(electrician, ELECTRICIANS_WORK, ELECTRICS, LocalDate.of(2023, 3, 1));
        });
    }

    /** The electrician has begun the course of the own trade, so that there is something to continue. */
    void enrolIn(SampleCourse course) {
        if (course.occupationCode().equals(ELECTRICS)) {
            asPerson(DemoPeople.ELECTRICIAN, electrician -> enrol(electrician, course));
        }
    }

    private void asPerson(DemoPerson person, Consumer<SignedIn> does) {
        services.signIn(person.userName(), person.password())
                .ifPresentOrElse(
                        does, () -> progress.accept(person.userName() + " has another password: left as it is"));
    }

    private static void prepare(SignedIn learner, String name, String identityNumber) {
        Me me = learner.identity().me();
        for (Consent consent : me.consents()) {
            if (consent.decidedAt() == null) {
                learner.identity().decideConsent(consent.kind(), new ConsentDecision(consent.currentVersion(), true));
            }
        }
        if (me.identityNumber() == null) {
            learner.identity().registerRealName(new RealName(name, identityNumber));
        }
    }

    private static void work(SignedIn learner, UUID id, String occupation, LocalDate since) {
        if (!hasWork(learner, id)) {
            learner.promotion()
                    .saveWorkRecord(
                            id,
                            new WorkRecordEdit(
                                    occupation,
                                    DemoOrganisation.EMPLOYER.displayName().zh(),
                                    since,
                                    null));
        }
    }

    private static boolean hasWork(SignedIn learner, UUID id) {
        return learner.promotion().workRecords().stream()
                .anyMatch(record -> record.id().equals(id));
    }

    private void enrol(SignedIn learner, SampleCourse course) {
        if (learner.learning().myEnrolments(course.id(), null).items().isEmpty()) {
            progress.accept("enrolment: " + course.title().zh());
            learner.learning().enrol(ELECTRICIANS_ENROLMENT, new Enrol(course.id()));
        }
    }
}
