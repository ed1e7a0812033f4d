package cn.jiangxue.reexamination;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.ReexaminationApi.Counts;
import cn.jiangxue.contract.ReexaminationApi.Draw;
import cn.jiangxue.contract.ReexaminationApi.Period;
import cn.jiangxue.contract.ReexaminationApi.PeriodInFull;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationState;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationSummary;
import cn.jiangxue.contract.Role;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Cut;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.reexamination.rules.Quarter;
import cn.jiangxue.reexamination.rules.Steps;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Periods, their draws and what came of them, as administrators see them. */
@Component
class Oversight {

    private static final int PAGE = 20;
    private static final int DRAWS_PAGE = 50;

    private final Periods periods;
    private final ReexaminationStore store;
    private final Reexaminations reexaminations;
    private final Organisations organisations;
    private final CivilTime time;

    Oversight(
            Periods periods,
            ReexaminationStore store,
            Reexaminations reexaminations,
            Organisations organisations,
            CivilTime time) {
        this.periods = periods;
        this.store = store;
        this.reexaminations = reexaminations;
        this.organisations = organisations;
        this.time = time;
    }

    Mono<List<Period>> periods() {
        return periods.newest().map(this::view).collectList();
    }

    Mono<PeriodInFull> period(Caller caller, String id, UUID institution) {
        return period(caller, institution, id)
                .flatMap(period ->
                        counts(institution, period.id()).map(counts -> new PeriodInFull(view(period), counts)));
    }

    Mono<Page<Draw>> draws(Caller caller, String id, UUID institution, @Nullable String cursor) {
        String after = Cut.after(cursor);
        return period(caller, institution, id)
                .flatMap(period -> store.draws(institution, period.id(), after, DRAWS_PAGE + 1))
                .map(found -> Cut.of(found, DRAWS_PAGE, DrawDocument::queueKey).as(ReexaminationViews::draw));
    }

    Mono<Page<ReexaminationSummary>> drawn(Caller caller, String id, UUID institution, @Nullable String cursor) {
        String before = Cut.after(cursor);
        return period(caller, institution, id)
                .flatMap(period -> store.drawn(institution, period.id(), before, PAGE + 1))
                .flatMap(reexaminations::page);
    }

    /** NOT_FOUND without a seed, and for whoever is no administrator of the institution or of an organisation above it. */
    private Mono<PeriodDocument> period(Caller caller, UUID institution, String id) {
        return organisations
                .require(caller, institution, Role.ADMINISTRATOR)
                .then(Mono.defer(() -> Mono.justOrEmpty(Quarter.parse(id))))
                .flatMap(periods::find)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    /** The seed is told once nothing can be drawn by it any more. */
    private Period view(PeriodDocument period) {
        Quarter quarter = period.quarter();
        return new Period(
                period.id(),
                quarter.first(),
                quarter.last(),
                period.shareBasisPoints(),
                period.commitment(),
                period.committedAt(),
                quarter.isOver(time.today()) ? HexFormat.of().formatHex(periods.seed(period)) : null);
    }

    private Mono<Counts> counts(UUID institution, String period) {
        Mono<Map<ReexaminationState, Integer>> byState = Flux.fromIterable(Arrays.asList(ReexaminationState.values()))
                .concatMap(state -> store.count(institution, period, state).map(count -> Map.entry(state, count)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        return Mono.zip(
                        store.countApproved(institution, period),
                        byState,
                        store.countOverdue(institution, period, time.today()))
                .map(all -> counts(all.getT1(), all.getT2(), all.getT3()));
    }

    private static Counts counts(int approved, Map<ReexaminationState, Integer> byState, int overdue) {
        int open = byState.entrySet().stream()
                .filter(each -> Steps.isOpen(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new Counts(
                approved,
                byState.values().stream().mapToInt(Integer::intValue).sum(),
                open,
                overdue,
                byState.getOrDefault(ReexaminationState.UPHELD, 0),
                byState.getOrDefault(ReexaminationState.CONFIRMED, 0),
                byState.getOrDefault(ReexaminationState.OVERTURNED, 0));
    }
}
