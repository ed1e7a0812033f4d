package cn.jiangxue.transfer;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.contract.RuleBookApi.ProgrammeSummary;
import cn.jiangxue.contract.RuleBookApi.ProgrammeVersionView;
import cn.jiangxue.contract.RuleBookApi.RuleBookChange;
import cn.jiangxue.contract.RuleBookApi.RuleSummary;
import cn.jiangxue.contract.RuleBookApi.RuleVersionView;
import cn.jiangxue.contract.RuleBookApi.VersionState;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.transfer.RuleShelf.Wanted;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The rule book as everybody reads it, without signing in. */
@RestController
class PublicRuleRoutes {

    private final RuleReads rules;
    private final ProgrammeReads programmes;
    private final ChangeLog changes;

    PublicRuleRoutes(RuleReads rules, ProgrammeReads programmes, ChangeLog changes) {
        this.rules = rules;
        this.programmes = programmes;
        this.changes = changes;
    }

    @GetMapping("/api/public/rules")
    @Access(AccessKind.PUBLIC)
    Mono<Page<RuleSummary>> rules(
            @RequestParam(required = false) @Nullable UUID institution,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable VersionState state,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor) {
        return rules.page(new Wanted(null, institution, programme, state, text), cursor);
    }

    @GetMapping("/api/public/rules/{ruleId}/versions/{version}")
    @Access(AccessKind.PUBLIC)
    Mono<RuleVersionView> rule(@PathVariable String ruleId, @PathVariable int version) {
        return rules.sent(ruleId, version);
    }

    @GetMapping("/api/public/rule-changes")
    @Access(AccessKind.PUBLIC)
    Mono<Page<RuleBookChange>> changes(
            @RequestParam(required = false) @Nullable String entry,
            @RequestParam(required = false) @Nullable String cursor) {
        return changes.page(entry, cursor);
    }

    @GetMapping("/api/public/rule-institutions")
    @Access(AccessKind.PUBLIC)
    Flux<NamedInstitution> institutions() {
        return rules.institutions();
    }

    @GetMapping("/api/public/programmes")
    @Access(AccessKind.PUBLIC)
    Mono<List<ProgrammeSummary>> programmes() {
        return programmes.inForce();
    }

    @GetMapping("/api/public/programmes/{programmeId}/versions/{version}")
    @Access(AccessKind.PUBLIC)
    Mono<ProgrammeVersionView> programme(@PathVariable String programmeId, @PathVariable int version) {
        return programmes.find(programmeId, version);
    }
}
