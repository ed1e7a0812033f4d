package cn.jiangxue.reexamination;

import cn.jiangxue.credential.StateChanges;
import cn.jiangxue.identity.People;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.LeasedSweep;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.Subscription;
import cn.jiangxue.platform.SweepLease;
import cn.jiangxue.promotion.GradeDecided;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReexaminationProperties.class)
class ReexaminationConfiguration {

    @Bean
    ReexaminationPeople reexaminationPeople(People people) {
        return people::names;
    }

    @Bean
    OutboxSource reexaminationsTell() {
        return new OutboxSource(ReexaminationDocument.COLLECTION);
    }

    @Bean
    OutboxSource reexaminationPeriodsTell() {
        return new OutboxSource(PeriodDocument.COLLECTION);
    }

    @Bean
    Subscription<GradeDecided> gradesInTheDraw(Drawing drawing) {
        return Subscription.to(GradeDecided.class, "reexamination", (event, meta) -> drawing.draw(event));
    }

    /** A grade that was taken back loses its credential, and with it its place on the record. */
    @Bean
    Subscription<GradeOverturned> credentialsOfOverturnedGrades(StateChanges credentials) {
        return Subscription.to(
                GradeOverturned.class,
                "reexamination",
                (event, meta) -> credentials.revoke(event.credentialId(), event.officerId(), event.reason()));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    PeriodSweep reexaminationPeriodSweep(Periods periods, DocumentsFactory documents, CivilTime time) {
        return new PeriodSweep(periods, new SweepLease(documents, "reexamination-periods", time.clock()));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LeasedSweep reexaminationSweep(
            ReexaminationReminders reminders,
            OverdueReexaminations overdue,
            DocumentsFactory documents,
            CivilTime time) {
        return new LeasedSweep(
                "the calendar of re-examinations",
                new SweepLease(documents, "reexaminations", time.clock()),
                () -> Mono.zip(reminders.batch(), overdue.batch(), Long::sum));
    }

    @Bean
    CollectionIndex drawsByPeriod() {
        return ReexaminationStore.INDEXES.get(0);
    }

    @Bean
    CollectionIndex reexaminationsOpen() {
        return ReexaminationStore.INDEXES.get(1);
    }

    @Bean
    CollectionIndex reexaminationsByPeriod() {
        return ReexaminationStore.INDEXES.get(2);
    }

    @Bean
    CollectionIndex reexaminationsByState() {
        return ReexaminationStore.INDEXES.get(3);
    }

    @Bean
    CollectionIndex reexaminationsByLearner() {
        return ReexaminationStore.INDEXES.get(4);
    }

    @Bean
    CollectionIndex reexaminationsByHearing() {
        return ReexaminationStore.INDEXES.get(5);
    }

    @Bean
    CollectionIndex reexaminationsByDay() {
        return ReexaminationStore.INDEXES.get(6);
    }
}
