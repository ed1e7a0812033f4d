package cn.jiangxue.learning;

import cn.jiangxue.catalog.Catalog;
import cn.jiangxue.identity.People;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.TokenIssuer;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires learning. */
@Configuration(proxyBeanMethods = false)
class LearningConfiguration {

    @Bean
    Documents<EnrolmentDocument> enrolmentDocuments(DocumentsFactory documents) {
        return documents.of(EnrolmentDocument.COLLECTION, EnrolmentDocument.class);
    }

    @Bean
    Documents<DeskDocument> deskDocuments(DocumentsFactory documents) {
        return documents.of(
                DeskDocument.COLLECTION, DeskDocument.class, DeskUpgrades.FROM_EVENTS, DeskUpgrades.FROM_SINGLE_BEATS);
    }

    @Bean
    StudyRecord studyRecord(DocumentsFactory documents) {
        return new StudyRecord(
                documents.of(SegmentDocument.COLLECTION, SegmentDocument.class, SegmentDocument.FROM_SINGLE_BEATS));
    }

    @Bean
    Enrolling enrolling(
            Documents<EnrolmentDocument> enrolments,
            DocumentsFactory documents,
            Catalog catalog,
            Events events,
            Outbox outbox,
            Clock clock) {
        return new Enrolling(
                enrolments,
                documents.of(ClaimDocument.COLLECTION, ClaimDocument.class),
                catalog,
                events,
                outbox,
                clock);
    }

    @Bean
    Progress studyProgress(
            Documents<EnrolmentDocument> enrolments,
            Catalog catalog,
            Organisations organisations,
            Events events,
            Outbox outbox,
            Clock clock) {
        return new Progress(enrolments, new Completions(catalog, organisations, events), outbox, clock);
    }

    @Bean
    StudyIntake studyIntake(
            Documents<DeskDocument> desks,
            Documents<EnrolmentDocument> enrolments,
            StudyRecord record,
            StudyRelay relay,
            Clock clock) {
        return new StudyIntake(desks, enrolments, record, relay, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    StudyRelay studyRelay(Documents<DeskDocument> desks, StudyRecord record, Progress progress, Clock clock) {
        return new StudyRelay(desks, record, progress, clock);
    }

    @Bean
    EnrolledReaders enrolledReaders(Documents<EnrolmentDocument> enrolments) {
        return new EnrolledReaders(enrolments);
    }

    @Bean
    Streams studyStreams(
            Documents<DeskDocument> desks,
            StudyIntake intake,
            Catalog catalog,
            People people,
            TokenIssuer tokens,
            Clock clock) {
        return new Streams(desks, intake, catalog, people, tokens, clock);
    }

    @Bean
    Learning learning(
            Documents<EnrolmentDocument> enrolments,
            Enrolling enrolling,
            Progress progress,
            StudyIntake intake,
            Streams streams,
            StudyRecord record,
            Catalog catalog,
            People people) {
        return new Learning(enrolments, enrolling, progress, intake, streams, record, catalog, people);
    }

    @Bean
    EnrolmentImports enrolmentImports(
            DocumentsFactory documents,
            Enrolling enrolling,
            Organisations organisations,
            People people,
            Catalog catalog,
            CivilTime time,
            Clock clock) {
        var imports = documents.of(ImportDocument.COLLECTION, ImportDocument.class);
        return new EnrolmentImports(imports, enrolling, organisations, people, catalog, time, clock);
    }

    @Bean
    CourseLearners courseLearners(
            Documents<EnrolmentDocument> enrolments,
            Catalog catalog,
            Organisations organisations,
            People people,
            CivilTime time) {
        return new CourseLearners(enrolments, catalog, organisations, people, time);
    }

    @Bean
    OutboxSource enrolmentsTell() {
        return new OutboxSource(EnrolmentDocument.COLLECTION);
    }

    @Bean
    CollectionIndex desksByDue() {
        return new CollectionIndex(
                DeskDocument.COLLECTION, Indexes.ascending("outboxAt"), new IndexOptions().sparse(true));
    }

    @Bean
    CollectionIndex enrolmentsByLearner() {
        return new CollectionIndex(
                EnrolmentDocument.COLLECTION,
                Indexes.compoundIndex(Indexes.ascending("learnerId"), Indexes.descending("lastStudiedAt", "_id")));
    }

    @Bean
    CollectionIndex enrolmentsByCourse() {
        return new CollectionIndex(EnrolmentDocument.COLLECTION, Indexes.ascending("courseId", "within", "_id"));
    }

    @Bean
    CollectionIndex segmentsByLesson() {
        return new CollectionIndex(
                SegmentDocument.COLLECTION,
                Indexes.compoundIndex(
                        Indexes.ascending("enrolmentId", "lessonId"), Indexes.descending("receivedAt", "_id")));
    }
}
