package cn.jiangxue.recognition;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.DeclaredOutcomeApi;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RecognitionApi.Offered;
import cn.jiangxue.credit.LearningAccounts;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.CompetenceUnit;
import cn.jiangxue.outcome.LearningOutcomes;
import cn.jiangxue.outcome.Particulars;
import cn.jiangxue.outcome.StatedOutcome;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Outcome.Authenticity;
import cn.jiangxue.transfer.Outcome.Proof;
import cn.jiangxue.transfer.Outcome.Standing;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Request;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * A learner's outcomes in the words of the rules of transfer. A course is known by its id and stated at the credit it earned here; a grade is known by its name, covers the
 * competence units of its standard up to it, and stands for the lower grades of its occupation. What is on the record was passed or decided here, stated by its issuer or
 * verified by an officer; what a learner declared and nobody has examined yet stands beside it as pending, and what was found not to be authentic is left out.
 */
@Component
class Offers {

    private final LearningOutcomes outcomes;
    private final DeclaredRecord declared;
    private final LearningAccounts accounts;
    private final Standards standards;

    Offers(LearningOutcomes outcomes, DeclaredRecord declared, LearningAccounts accounts, Standards standards) {
        this.outcomes = outcomes;
        this.declared = declared;
        this.accounts = accounts;
        this.standards = standards;
    }

    /** Oldest first, then what is pending; the newest 200 of them. */
    Mono<List<Outcome>> of(LearnerId learner) {
        return Mono.zip(
                        outcomes.stated(learner).collectList(),
                        declared.ofLearner(learner.value()).collectList())
                .flatMap(parts -> of(learner, parts.getT1(), parts.getT2()));
    }

    private Mono<List<Outcome>> of(LearnerId learner, List<StatedOutcome> all, List<DeclaredDocument> said) {
        Set<String> known = all.stream()
                .flatMap(record -> DeclaredDocument.samenesses(record).stream())
                .collect(Collectors.toSet());
        List<StatedOutcome> pending = said.stream()
                .filter(each -> each.standing() == DeclaredOutcomeApi.Standing.UNVERIFIED)
                .map(DeclaredDocument::outcome)
                .filter(each -> DeclaredDocument.samenesses(each).stream().noneMatch(known::contains))
                .toList();
        List<StatedOutcome> records =
                all.stream().limit(Request.OUTCOMES_LIMIT - pending.size()).toList();
        Map<String, String> evidence = evidence(said);
        return accounts.standing(learner, targets(records))
                .map(earned -> Stream.concat(
                                records.reversed().stream()
                                        .map(record -> outcome(record, evidence, earned, Authenticity.VERIFIED)),
                                pending.reversed().stream()
                                        .map(record -> outcome(record, evidence, earned, Authenticity.PENDING)))
                        .toList());
    }

    /** What declared outcomes rest on. Where an institution states the same as one of them later, the two are one and count once. */
    private static Map<String, String> evidence(List<DeclaredDocument> said) {
        Map<String, String> evidence = new HashMap<>();
        for (DeclaredDocument each : said) {
            StatedOutcome outcome = each.outcome();
            DeclaredDocument.samenesses(outcome).forEach(same -> evidence.put(same, outcome.evidenceHash()));
        }
        return evidence;
    }

    private static Map<OutcomeId, String> targets(List<StatedOutcome> records) {
        return records.stream()
                .filter(found -> found.type() == OutcomeType.COURSE)
                .collect(Collectors.toMap(StatedOutcome::id, found -> "occupation:" + found.occupationCode()));
    }

    private Outcome outcome(
            StatedOutcome record, Map<String, String> evidence, Map<UUID, Credits> earned, Authenticity authenticity) {
        String hash = DeclaredDocument.samenesses(record).stream()
                .map(evidence::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(record.evidenceHash());
        Particulars more = record.particulars();
        Grade held = record.type() == OutcomeType.SKILL_GRADE ? record.grade() : null;
        return new Outcome(
                record.id(),
                OutcomeKind.valueOf(record.type().name()),
                held == null ? more.code() : held.name(),
                record.title(),
                record.issuerId().toString(),
                record.occupationCode(),
                held == null ? more.level() : Integer.valueOf(level(held)),
                record.classHours(),
                credit(record, earned),
                more.scoreHundredths() == null ? null : BigDecimal.valueOf(more.scoreHundredths(), 2),
                record.attainedOn(),
                more.validUntil(),
                new Proof(hash, authenticity),
                held == null ? standing(more) : new Standing(String.valueOf(record.occupationCode()), level(held)),
                held == null ? Set.copyOf(more.units()) : units(String.valueOf(record.occupationCode()), held));
    }

    /** What it earned here, else what its issuer states. */
    private static @Nullable Credits credit(StatedOutcome record, Map<UUID, Credits> earned) {
        Long stated = record.particulars().statedMilli();
        Credits here = earned.get(record.id().value());
        return here != null || stated == null ? here : new Credits(stated);
    }

    private static @Nullable Standing standing(Particulars more) {
        return more.standing() == null
                ? null
                : new Standing(more.standing().group(), more.standing().rank());
    }

    private int level(Grade grade) {
        return standards.framework().levelOf(grade).number();
    }

    /** Whoever holds a grade has shown the units of the lower ones too. */
    private Set<String> units(String occupationCode, Grade held) {
        return standards.standard(occupationCode).stream()
                .flatMap(standard -> standard.grades().values().stream())
                .filter(required -> required.grade().compareTo(held) <= 0)
                .flatMap(required -> required.units().stream())
                .map(CompetenceUnit::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Offered offered(Outcome outcome, LocalText issuer) {
        return new Offered(
                outcome.id().value(),
                outcome.title(),
                outcome.kind().label(),
                issuer,
                outcome.attainedOn(),
                outcome.proof().authenticity() == Authenticity.VERIFIED);
    }
}
