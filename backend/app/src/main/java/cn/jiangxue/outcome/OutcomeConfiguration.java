package cn.jiangxue.outcome;

import cn.jiangxue.identity.People;
import cn.jiangxue.learning.CourseCompleted;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.Subscription;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutcomeConfiguration {

    @Bean
    Documents<OutcomeDocument> outcomeDocuments(DocumentsFactory documents) {
        return documents.of(OutcomeDocument.COLLECTION, OutcomeDocument.class, OutcomeUpgrades.PARTICULARS);
    }

    @Bean
    OutboxSource outcomesTell() {
        return new OutboxSource(OutcomeDocument.COLLECTION);
    }

    /** One outcome per enrolment or case of a learner. */
    @Bean
    CollectionIndex outcomesBySource() {
        return CollectionIndex.unique(OutcomeDocument.COLLECTION, Indexes.ascending("learnerId", "type", "sourceId"));
    }

    @Bean
    CollectionIndex outcomesByLearner() {
        return new CollectionIndex(OutcomeDocument.COLLECTION, Indexes.descending("learnerId", "recordedAt", "_id"));
    }

    /** Those that institutions stated, by the institution's own number. */
    @Bean
    CollectionIndex outcomesByNumber() {
        return new CollectionIndex(
                OutcomeDocument.COLLECTION, Indexes.ascending("statement.number"), new IndexOptions().sparse(true));
    }

    /** Those that officers verified, by the certificate's number. */
    @Bean
    CollectionIndex outcomesByVerifiedNumber() {
        return new CollectionIndex(
                OutcomeDocument.COLLECTION, Indexes.ascending("verification.number"), new IndexOptions().sparse(true));
    }

    @Bean
    LearnersPersons learnersPersons(People people) {
        return people::personId;
    }

    @Bean
    Subscription<CourseCompleted> outcomesOfCourses(LearningOutcomes outcomes) {
        return Subscription.to(CourseCompleted.class, "outcome", (event, meta) -> outcomes.record(event));
    }
}
