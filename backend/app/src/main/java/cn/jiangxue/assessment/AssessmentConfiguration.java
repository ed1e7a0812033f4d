package cn.jiangxue.assessment;

import cn.jiangxue.learning.Learning;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.Subscription;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires assessment. */
@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {

    @Bean
    QuestionBank questionBank(DocumentsFactory documents, Events events, Outbox outbox, Clock clock) {
        return new QuestionBank(documents.of(QuestionBank.COLLECTION, QuestionDocument.class), events, outbox, clock);
    }

    @Bean
    Papers papers(DocumentsFactory documents, QuestionBank bank, Events events, Outbox outbox, Clock clock) {
        return new Papers(documents.of(Papers.COLLECTION, PaperDocument.class), bank, events, outbox, clock);
    }

    @Bean
    Attempts attempts(
            DocumentsFactory documents,
            QuestionBank bank,
            Papers papers,
            QuizLessons lessons,
            Events events,
            Outbox outbox,
            Clock clock) {
        return new Attempts(
                documents.of(Attempts.COLLECTION, AttemptDocument.class),
                new Standings(documents.of(Standings.COLLECTION, StandingDocument.class)),
                papers,
                new QuestionDraw(bank),
                lessons,
                events,
                outbox,
                clock);
    }

    @Bean
    QuizLessons quizLessons(Learning learning) {
        return new LearningQuizLessons(learning);
    }

    @Bean
    PaperCheck papersOfCourses(Papers papers) {
        return new PaperCheck(papers);
    }

    @Bean
    CollectionIndex questionsByOrganisation() {
        return new CollectionIndex(
                QuestionBank.COLLECTION,
                Indexes.compoundIndex(Indexes.ascending("organisationId"), Indexes.descending("changedAt", "_id")));
    }

    @Bean
    CollectionIndex papersByOrganisation() {
        return new CollectionIndex(
                Papers.COLLECTION,
                Indexes.compoundIndex(Indexes.ascending("organisationId"), Indexes.descending("changedAt", "_id")));
    }

    @Bean
    OutboxSource questionOutbox() {
        return new OutboxSource(QuestionBank.COLLECTION);
    }

    @Bean
    OutboxSource paperOutbox() {
        return new OutboxSource(Papers.COLLECTION);
    }

    @Bean
    OutboxSource attemptOutbox() {
        return new OutboxSource(Attempts.COLLECTION);
    }

    @Bean
    Subscription<AttemptMarked> markedAttempts(Attempts attempts) {
        return Subscription.to(AttemptMarked.class, "assessment", (event, meta) -> attempts.onMarked(event));
    }
}
