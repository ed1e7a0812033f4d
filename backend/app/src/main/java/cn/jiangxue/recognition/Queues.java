package cn.jiangxue.recognition;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.RecognitionApi.RecognitionSummary;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.contract.RecognitionApi.Waiting;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Cut;
import cn.jiangxue.recognition.Cases.Wanted;
import cn.jiangxue.recognition.rules.Day;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lists of cases: a learner's own, and what lies on an officer's desks. */
@Component
class Queues {

    private static final int PAGE = 20;

    /** Open cases that are counted; beyond that the number is "99 and more". */
    private static final int COUNTED = 99;

    private static final int SOON_DAYS = 3;

    private final Cases cases;
    private final Officers officers;
    private final CivilTime time;

    Queues(Cases cases, Officers officers, CivilTime time) {
        this.cases = cases;
        this.officers = officers;
        this.time = time;
    }

    Mono<Page<RecognitionSummary>> mine(Caller caller, @Nullable String cursor) {
        return cases.ofLearner(caller.learnerId(), Cut.after(cursor), PAGE + 1).flatMap(this::page);
    }

    Mono<Page<RecognitionSummary>> inbox(
            Caller caller, @Nullable Stage stage, boolean mine, boolean overdue, @Nullable String cursor) {
        Mono<Set<UUID>> hands = mine ? officers.hands(caller) : Mono.just(Set.of());
        LocalDate before = overdue ? time.today() : null;
        return Mono.zip(officers.offices(caller), hands)
                .flatMap(both -> cases.onDesks(
                        new Wanted(both.getT1(), stage, both.getT2(), before), Cut.after(cursor), PAGE + 1))
                .flatMap(this::page);
    }

    /** Reminders: how much lies on the caller's desks, and how much of it is due or over. */
    Mono<Waiting> waiting(Caller caller) {
        Day day = day();
        LocalDate soon = WorkingDays.PUBLISHED.after(day.today(), SOON_DAYS);
        return officers.offices(caller)
                .flatMap(desks -> cases.onDesks(new Wanted(desks, null, Set.of(), null), null, COUNTED))
                .map(found -> {
                    List<LocalDate> dues = found.stream()
                            .map(CaseDocument::dueOn)
                            .filter(Objects::nonNull)
                            .toList();
                    int overdue = (int) dues.stream()
                            .filter(due -> due.isBefore(day.today()))
                            .count();
                    int dueSoon = (int) dues.stream()
                            .filter(due -> !due.isBefore(day.today()) && !due.isAfter(soon))
                            .count();
                    return new Waiting(found.size(), overdue, dueSoon);
                });
    }

    private Mono<Page<RecognitionSummary>> page(List<CaseDocument> found) {
        Cut<CaseDocument> cut = Cut.of(found, PAGE, CaseDocument::queueKey);
        Set<UUID> people = cut.shown().stream()
                .flatMap(stored -> Stream.concat(Stream.of(stored.personId()), Stream.ofNullable(stored.handlerId())))
                .collect(Collectors.toSet());
        return officers.names(people).map(names -> cut.as(stored -> CaseViews.summary(stored, names, day())));
    }

    private Day day() {
        return new Day(time.today(), WorkingDays.PUBLISHED);
    }
}
