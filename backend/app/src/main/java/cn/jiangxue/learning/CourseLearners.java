package cn.jiangxue.learning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import cn.jiangxue.catalog.Catalog;
import cn.jiangxue.contract.LearningApi.LearnerStanding;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.People;
import cn.jiangxue.identity.People.Person;
import cn.jiangxue.learning.rules.Completion;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Cursors;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.ProblemException;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Who of an organisation stands where in a course. An enrolment is listed under the organisations its learner was in when they enrolled, and only while they still
 * are: an employer does not follow people who have left.
 */
final class CourseLearners {

    private static final int PAGE = 50;

    private final Documents<EnrolmentDocument> enrolments;
    private final Catalog catalog;
    private final Organisations organisations;
    private final People people;
    private final CivilTime time;

    CourseLearners(
            Documents<EnrolmentDocument> enrolments,
            Catalog catalog,
            Organisations organisations,
            People people,
            CivilTime time) {
        this.enrolments = enrolments;
        this.catalog = catalog;
        this.organisations = organisations;
        this.people = people;
        this.time = time;
    }

    /** For trainers of the course, and for trainers and administrators of the organisation; to others it is NOT_FOUND. A page may be short. */
    Mono<Page<LearnerStanding>> page(Caller caller, UUID courseId, UUID organisationId, @Nullable String cursor) {
        return mayLook(caller, courseId, organisationId)
                .thenMany(enrolments.list(scope(courseId, organisationId, cursor), Sorts.ascending("_id"), PAGE + 1))
                .collectList()
                .flatMap(found -> page(found, organisationId));
    }

    private Mono<Void> mayLook(Caller caller, UUID courseId, UUID organisationId) {
        return catalog.isTrainerOf(caller, courseId)
                .flatMap(trainer -> trainer
                        ? Mono.<Void>empty()
                        : organisations
                                .require(caller, organisationId, Role.TRAINER, Role.ADMINISTRATOR)
                                .then(requirePublished(courseId)));
    }

    private Mono<Void> requirePublished(UUID courseId) {
        return catalog.version(courseId, 1)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .then();
    }

    private static Bson scope(UUID courseId, UUID organisationId, @Nullable String cursor) {
        Bson scope = and(eq("courseId", courseId), eq("within", organisationId));
        return cursor == null
                ? scope
                : and(scope, gt("_id", Cursors.decode(cursor, UUID.class).getFirst()));
    }

    private Mono<Page<LearnerStanding>> page(List<EnrolmentDocument> found, UUID organisationId) {
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        String next = found.size() > PAGE ? Cursors.encode(shown.getLast().id()) : null;
        LocalDate today = time.today();
        return people.all(shown.stream().map(EnrolmentDocument::personId).toList())
                .map(persons -> new Page<>(
                        shown.stream()
                                .flatMap(enrolment -> standing(enrolment, persons, organisationId, today))
                                .toList(),
                        next));
    }

    private static Stream<LearnerStanding> standing(
            EnrolmentDocument enrolment, Map<UUID, Person> persons, UUID organisationId, LocalDate today) {
        Person person = persons.get(enrolment.personId());
        if (person == null || !person.isWithin(organisationId)) {
            return Stream.empty();
        }
        LocalDate dueOn = enrolment.dueOn();
        return Stream.of(new LearnerStanding(
                enrolment.id(),
                person.personId(),
                person.displayName(),
                person.userName(),
                enrolment.state(),
                Completion.percent(Progress.standings(enrolment)),
                enrolment.studySeconds(),
                dueOn,
                dueOn != null && dueOn.isBefore(today) && !enrolment.isCompleted(),
                EnrolmentViews.lastStudiedAt(enrolment),
                enrolment.completedAt()));
    }
}
