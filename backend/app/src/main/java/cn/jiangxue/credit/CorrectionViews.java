package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.Correction;
import cn.jiangxue.contract.CreditApi.EntryOfOthers;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.credit.CorrectionDocument.Outcome;
import cn.jiangxue.credit.CorrectionDocument.StoredDecision;
import cn.jiangxue.identity.People;
import cn.jiangxue.identity.People.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Corrections with the names of people. */
@Component
class CorrectionViews {

    private static final String NOBODY = "—";

    private final People people;

    CorrectionViews(People people) {
        this.people = people;
    }

    Mono<String> name(UUID personId) {
        return people.displayName(personId).defaultIfEmpty(NOBODY);
    }

    Mono<EntryOfOthers> entry(EntryDocument entry, boolean correctable) {
        return people.ofLearner(entry.learnerId())
                .map(Person::displayName)
                .defaultIfEmpty(NOBODY)
                .map(name -> new EntryOfOthers(entry.view(), name, correctable));
    }

    Mono<Correction> view(CorrectionDocument stored) {
        return views(List.of(stored)).map(List::getFirst);
    }

    Mono<List<Correction>> views(List<CorrectionDocument> stored) {
        Set<UUID> officers = stored.stream()
                .flatMap(one -> Stream.concat(
                        Stream.ofNullable(one.proposedBy()),
                        Stream.ofNullable(one.decision()).map(StoredDecision::by)))
                .collect(Collectors.toSet());
        Set<UUID> learners = stored.stream().map(CorrectionDocument::learnerId).collect(Collectors.toSet());
        return Mono.zip(
                people.all(officers),
                people.allOfLearners(learners),
                (known, holders) ->
                        stored.stream().map(one -> view(one, known, holders)).toList());
    }

    private static Correction view(CorrectionDocument stored, Map<UUID, Person> officers, Map<UUID, Person> holders) {
        StoredDecision decision = stored.decision();
        Outcome outcome = stored.outcome();
        return new Correction(
                stored.id(),
                stored.state(),
                stored.entryId(),
                stored.entry().seq(),
                stored.entry().kind(),
                stored.entry().availableChangeMilli(),
                stored.entry().heldChangeMilli(),
                stored.entry().reason(),
                nameOf(holders.get(stored.learnerId())),
                stored.reason(),
                stored.proposedBy() == null ? NOBODY : nameOf(officers.get(stored.proposedBy())),
                stored.proposedAt(),
                decision == null ? null : decision.reason(),
                decision == null ? null : nameOf(officers.get(decision.by())),
                decision == null ? null : decision.at(),
                outcome == null ? null : outcome.reversalSeq(),
                outcome == null ? null : outcome.hindrance());
    }

    private static String nameOf(@Nullable Person person) {
        return person == null ? NOBODY : person.displayName();
    }

    /** Why credit of a withdrawn outcome is not taken back yet. */
    static LocalText spentSince(Posted.Refused refused) {
        Object missing = refused.values().getFirst();
        return new LocalText(
                "学分已被使用，短少%s学分；账户补足后自动撤销，也可先更正使用这些学分的记录（%s）".formatted(missing, refused.clause()),
                "The credit was used; %s credits are missing. It is taken back by itself once the account has them; what used it can be corrected first (%s)"
                        .formatted(missing, refused.clause()));
    }

    /** Why an approved correction was not posted; before it was approved nothing stood against it. */
    static LocalText hindrance(Posted.Refused refused) {
        return switch (refused.code()) {
            case CREDIT_SPENT ->
                new LocalText(
                        "审批后学分已被使用，短少%s学分。请先更正使用这些学分的记录"
                                .formatted(refused.values().getFirst()),
                        "The credit was used after the approval; %s credits are missing. First correct what used it"
                                .formatted(refused.values().getFirst()));
            case CREDIT_TAKEN_BACK ->
                new LocalText(
                        "这笔记录已由第%s号记录撤销".formatted(refused.values().getFirst()),
                        "Entry %s took it back already"
                                .formatted(refused.values().getFirst()));
            default ->
                new LocalText(
                        "账户已有变化，不能撤销（%s）".formatted(refused.clause()),
                        "The account changed, it cannot be taken back (%s)".formatted(refused.clause()));
        };
    }
}
