package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.RuleBookApi.RuleEdit;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.transfer.rules.Lifecycle;
import cn.jiangxue.transfer.rules.Lifecycle.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writing drafts. A rule has one open version at a time: the next version is made once, for its number is its key. */
@Component
class RuleAuthoring {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{1,79}");
    private static final int VERSIONS = 10_000;

    private final RuleShelf rules;
    private final RuleChecks checks;
    private final Clock clock;

    RuleAuthoring(RuleShelf rules, RuleChecks checks, Clock clock) {
        this.rules = rules;
        this.checks = checks;
        this.clock = clock;
    }

    /** Makes or changes a draft; the same again changes nothing. */
    Mono<RuleDocument> save(Caller caller, String ruleId, int version, RuleEdit edit) {
        return allowed(caller, ruleId, version, edit)
                .then(Tries.of(() -> edit.revision() == 0
                        ? create(caller, ruleId, version, edit)
                        : change(caller, ruleId, version, edit)));
    }

    /** Completes when {@link #save} would make this draft, else fails as it would; writes nothing. */
    Mono<Void> foresee(Caller caller, String ruleId, int version, RuleEdit edit) {
        return allowed(caller, ruleId, version, edit)
                .then(rules.versions(ruleId))
                .doOnNext(earlier -> requireNext(earlier, version, edit))
                .then();
    }

    private Mono<Void> allowed(Caller caller, String ruleId, int version, RuleEdit edit) {
        if (!ID.matcher(ruleId).matches() || version < 1 || version > VERSIONS) {
            return Mono.error(
                    invalid("ruleId", "编号为2至80个小写字母、数字或连字符", "An id is 2 to 80 small letters, digits and hyphens"));
        }
        if (!Reach.of(caller).contains(edit.author())) {
            return Mono.error(RuleShelf.notFound());
        }
        if (!edit.content().parties().contains(edit.author())) {
            return Mono.error(
                    invalid("content.parties", "起草机构必须是签署方", "The institution that writes the rule is a party"));
        }
        return checks.requireLimits(edit.content());
    }

    private static ProblemException invalid(String path, String zh, String en) {
        return new ProblemException(ProblemCode.INVALID_FIELDS).field(path, new LocalText(zh, en));
    }

    private Mono<RuleDocument> create(Caller caller, String ruleId, int version, RuleEdit edit) {
        RuleDocument created =
                RuleDocument.draft(ruleId, version, edit.author(), caller.personId(), edit.content(), now());
        return rules.versions(ruleId)
                .flatMap(earlier -> earlier.stream()
                        .filter(stored -> stored.version() == version)
                        .findFirst()
                        .map(stored -> Mono.just(repeated(stored, created)))
                        .orElseGet(() -> insert(caller, created, earlier, edit)));
    }

    /** Empty when another made it first. */
    private Mono<RuleDocument> insert(Caller caller, RuleDocument created, List<RuleDocument> earlier, RuleEdit edit) {
        requireNext(earlier, created.version(), edit);
        return rules.insert(created, saved(caller, created))
                .filter(Boolean::booleanValue)
                .map(inserted -> created);
    }

    private static RuleDocument repeated(RuleDocument stored, RuleDocument created) {
        boolean same = stored.hash().equals(created.hash())
                && stored.author().equals(created.author())
                && stored.revision() == 1;
        if (!same) {
            throw new ProblemException(ProblemCode.CONFLICTING_REPEAT, new RuleRef(stored.ruleId(), stored.version()));
        }
        return stored;
    }

    /** The version before is there, concerns the author and is no longer open. */
    private static void requireNext(List<RuleDocument> earlier, int version, RuleEdit edit) {
        int next = earlier.isEmpty() ? 1 : earlier.getLast().version() + 1;
        if (!earlier.isEmpty() && !earlier.getLast().parties().contains(edit.author())) {
            throw RuleShelf.notFound();
        }
        if (!earlier.isEmpty() && !Lifecycle.maySucceed(earlier.getLast().stage())) {
            throw new ProblemException(
                    ProblemCode.RULE_VERSION_OPEN, earlier.getLast().version());
        }
        if (version != next) {
            throw new ProblemException(ProblemCode.RULE_VERSION_NOT_NEXT, next);
        }
    }

    private Mono<RuleDocument> change(Caller caller, String ruleId, int version, RuleEdit edit) {
        return rules.find(ruleId, version)
                .switchIfEmpty(Mono.error(RuleShelf::notFound))
                .flatMap(stored -> switch (Lifecycle.edit(stored.standing(), Reach.of(caller), edit.revision())) {
                    case Answer.Accepted ignored -> write(caller, stored, edit);
                    case Answer.ChangedMeanwhile ignored when isWritten(stored, edit) -> Mono.just(stored);
                    case Answer answer -> Mono.error(RuleSignatures.refusal(answer));
                });
    }

    private static boolean isWritten(RuleDocument stored, RuleEdit edit) {
        return stored.revision() == edit.revision() + 1
                && stored.hash().equals(ContentHash.ofRule(stored.ruleId(), stored.version(), edit.content()));
    }

    private Mono<RuleDocument> write(Caller caller, RuleDocument stored, RuleEdit edit) {
        RuleDocument next = stored.edited(caller.personId(), edit.content(), now());
        return rules.save(next, saved(caller, next));
    }

    private static AuditFact saved(Caller caller, RuleDocument document) {
        return RuleSignatures.fact("rule.saved", caller, document.author(), document, Map.of("hash", document.hash()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
