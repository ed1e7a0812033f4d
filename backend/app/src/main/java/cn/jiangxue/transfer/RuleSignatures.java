package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.RuleBookApi.BookChange;
import cn.jiangxue.contract.RuleBookApi.BookEntry;
import cn.jiangxue.contract.RuleBookApi.RuleReason;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Refused;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.transfer.RuleDocument.StoredSignature;
import cn.jiangxue.transfer.rules.Lifecycle;
import cn.jiangxue.transfer.rules.Lifecycle.Answer;
import cn.jiangxue.transfer.rules.Lifecycle.Stage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What parties do with a version: send, sign, refuse, withdraw. Every step is one write, on the public record and on the audit record. */
@Component
class RuleSignatures {

    private final RuleShelf rules;
    private final RuleChecks checks;
    private final CivilTime time;

    RuleSignatures(RuleShelf rules, RuleChecks checks, CivilTime time) {
        this.rules = rules;
        this.checks = checks;
        this.time = time;
    }

    Mono<RuleDocument> send(Caller caller, String ruleId, int version, int revision) {
        return decide(ruleId, version, stored -> {
            Answer answer = Lifecycle.send(stored.standing(), Reach.of(caller), revision);
            if (!(answer instanceof Answer.Accepted accepted)) {
                return answered(stored, answer);
            }
            RuleDocument next = stored.moved(accepted.next(), null, now());
            return checks.require(next.content(), "content.")
                    .then(rules.save(
                            next,
                            changed(BookChange.SENT, next, next.author(), null),
                            fact("rule.sent", caller, next.author(), next, Map.of("hash", next.hash()))));
        });
    }

    Mono<RuleDocument> sign(Caller caller, String ruleId, int version, UUID institution, String hash) {
        return decide(ruleId, version, stored -> {
            Answer answer = Lifecycle.sign(stored.standing(), Reach.signer(caller), institution, hash);
            return answer instanceof Answer.Accepted accepted
                    ? signed(caller, stored, institution, accepted.next())
                    : answered(stored, answer);
        });
    }

    private Mono<RuleDocument> signed(Caller caller, RuleDocument stored, UUID institution, Stage next) {
        StoredSignature signature = new StoredSignature(institution, caller.personId(), now());
        RuleDocument signed = stored.signed(signature, next, time.today(), now());
        RuleBookChanged told = changed(BookChange.SIGNED, signed, institution, null);
        AuditFact fact = fact("rule.signed", caller, institution, signed, Map.of("hash", signed.hash()));
        return next == Stage.PUBLISHED
                ? rules.save(signed, told, changed(BookChange.PUBLISHED, signed, institution, null), fact)
                : rules.save(signed, told, fact);
    }

    Mono<RuleDocument> refuse(Caller caller, String ruleId, int version, RuleReason reason) {
        return decide(ruleId, version, stored -> {
            Answer answer =
                    Lifecycle.refuse(stored.standing(), Reach.of(caller), reason.institution(), reason.reason());
            if (!(answer instanceof Answer.Accepted accepted)) {
                return answered(stored, answer);
            }
            String why = reason.reason().strip();
            RuleDocument next = stored.moved(accepted.next(), why, now());
            return rules.save(
                    next,
                    changed(BookChange.REFUSED, next, reason.institution(), why),
                    fact("rule.refused", caller, reason.institution(), next, Map.of("reason", why)));
        });
    }

    /** What is in force still holds today; what was never sent leaves no line on the public record. */
    Mono<RuleDocument> withdraw(Caller caller, String ruleId, int version, RuleReason reason) {
        return decide(ruleId, version, stored -> {
            Answer answer =
                    Lifecycle.withdraw(stored.standing(), Reach.of(caller), reason.institution(), reason.reason());
            if (!(answer instanceof Answer.Accepted accepted)) {
                return answered(stored, answer);
            }
            String why = reason.reason().strip();
            RuleDocument moved = stored.moved(accepted.next(), why, now());
            RuleDocument next = moved.ending(time.today().plusDays(1));
            AuditFact fact = fact("rule.withdrawn", caller, reason.institution(), next, Map.of("reason", why));
            return next.sent()
                    ? rules.save(next, changed(BookChange.WITHDRAWN, next, reason.institution(), why), fact)
                    : rules.save(next, fact);
        });
    }

    private Mono<RuleDocument> decide(String ruleId, int version, Function<RuleDocument, Mono<RuleDocument>> decision) {
        return Tries.of(() -> rules.find(ruleId, version)
                .switchIfEmpty(Mono.error(RuleShelf::notFound))
                .flatMap(decision));
    }

    private static Mono<RuleDocument> answered(RuleDocument stored, Answer answer) {
        return answer instanceof Answer.Repeated ? Mono.just(stored) : Mono.error(refusal(answer));
    }

    /** What a refused step travels as. */
    static ProblemException refusal(Answer answer) {
        return switch (answer) {
            case Answer.NotYours ignored -> RuleShelf.notFound();
            case Answer.NotOpen closed -> new ProblemException(ProblemCode.RULE_NOT_OPEN, name(closed.stage()));
            case Answer.ChangedMeanwhile ignored -> new ProblemException(ProblemCode.CHANGED_MEANWHILE);
            case Answer.OtherContent ignored -> new ProblemException(ProblemCode.RULE_OTHER_CONTENT);
            case Answer.SecondPersonNeeded ignored -> signed(ProblemCode.RULE_NEEDS_SECOND_PERSON);
            case Answer.OnePersonOneParty ignored -> signed(ProblemCode.RULE_SIGNED_FOR_ANOTHER);
            case Answer.ReasonNeeded needed ->
                new ProblemException(ProblemCode.INVALID_FIELDS)
                        .field("reason", Refused.reasonNeeded(needed.least(), needed.most()));
            case Answer.Accepted ignored -> throw new IllegalStateException("an accepted step is no refusal");
            case Answer.Repeated ignored -> throw new IllegalStateException("a repeated step is no refusal");
        };
    }

    private static ProblemException signed(ProblemCode code) {
        return new ProblemException(code).clause("匠学学分转换规则管理办法（示范）第2条");
    }

    private static LocalText name(Stage stage) {
        return switch (stage) {
            case DRAFT -> new LocalText("草稿", "a draft");
            case CONSULTATION -> new LocalText("征求意见", "in consultation");
            case REFUSED -> new LocalText("已拒签", "refused");
            case PUBLISHED -> new LocalText("已签署发布", "published");
            case WITHDRAWN -> new LocalText("已撤回", "withdrawn");
        };
    }

    private static RuleBookChanged changed(
            BookChange what, RuleDocument rule, UUID institution, @Nullable String reason) {
        return new RuleBookChanged(
                what,
                BookEntry.RULE,
                rule.ruleId(),
                rule.version(),
                rule.content().name(),
                institution,
                reason);
    }

    static AuditFact fact(
            String action, Caller caller, UUID institution, RuleDocument rule, Map<String, String> facts) {
        return new AuditFact(
                action, caller.personId(), institution, "rule:" + new RuleRef(rule.ruleId(), rule.version()), facts);
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
