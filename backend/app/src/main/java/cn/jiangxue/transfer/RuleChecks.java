package cn.jiangxue.transfer;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.contract.RuleBookApi.RuleReading;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.transfer.rules.PlainRule;
import cn.jiangxue.transfer.rules.RuleCheck;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rules held against what exists: programmes, institutions, credit units. */
@Component
class RuleChecks {

    private final RuleNames names;
    private final InstitutionNames institutions;

    RuleChecks(RuleNames names, InstitutionNames institutions) {
        this.names = names;
        this.institutions = institutions;
    }

    Mono<List<RuleFault>> faults(RuleContent content) {
        return Mono.zip(
                names.programme(content.programme()),
                institutions.registered(RuleNames.mentioned(content)),
                (programme, registered) -> RuleCheck.faults(
                        content,
                        programme.map(ProgrammeDocument::content).orElse(null),
                        registered,
                        names.creditUnitIds()));
    }

    /** Completes when there is no fault, else INVALID_FIELDS with every one. */
    Mono<Void> require(RuleContent content, String under) {
        return faults(content).flatMap(faults -> refused(faults, under));
    }

    /** A draft may be unfinished, but not without bounds. */
    Mono<Void> requireLimits(RuleContent content) {
        return refused(RuleCheck.limits(content), "content.");
    }

    private static Mono<Void> refused(List<RuleFault> faults, String under) {
        if (faults.isEmpty()) {
            return Mono.empty();
        }
        ProblemException refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
        faults.forEach(fault -> refusal.field(under + fault.path(), fault.message()));
        return Mono.error(refusal);
    }

    /** In plain words, with what is still wrong. */
    Mono<RuleReading> read(RuleContent content) {
        return requireLimits(content)
                .then(Mono.zip(
                        names.of(content),
                        faults(content),
                        (named, faults) -> new RuleReading(PlainRule.of(content, named), faults)));
    }
}
