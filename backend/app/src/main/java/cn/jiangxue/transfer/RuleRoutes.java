package cn.jiangxue.transfer;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.RuleBookApi.ImportReport;
import cn.jiangxue.contract.RuleBookApi.NamedCreditUnit;
import cn.jiangxue.contract.RuleBookApi.RuleEdit;
import cn.jiangxue.contract.RuleBookApi.RuleReading;
import cn.jiangxue.contract.RuleBookApi.RuleReason;
import cn.jiangxue.contract.RuleBookApi.RuleSending;
import cn.jiangxue.contract.RuleBookApi.RuleSigning;
import cn.jiangxue.contract.RuleBookApi.RuleSummary;
import cn.jiangxue.contract.RuleBookApi.RuleUpload;
import cn.jiangxue.contract.RuleBookApi.RuleVersionView;
import cn.jiangxue.contract.RuleBookApi.SampleLearner;
import cn.jiangxue.contract.RuleBookApi.Trial;
import cn.jiangxue.contract.RuleBookApi.TrialEdit;
import cn.jiangxue.contract.RuleBookApi.VersionState;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.RuleBookData;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.transfer.RuleShelf.Wanted;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What officers do with rules. */
@RestController
class RuleRoutes {

    private final RuleReads reads;
    private final RuleAuthoring authoring;
    private final RuleSignatures signatures;
    private final RuleChecks checks;
    private final RuleTrials trials;
    private final RuleUploads uploads;
    private final RuleBookData sample;
    private final Standards standards;

    RuleRoutes(
            RuleReads reads,
            RuleAuthoring authoring,
            RuleSignatures signatures,
            RuleChecks checks,
            RuleTrials trials,
            RuleUploads uploads,
            RuleBookData sample,
            Standards standards) {
        this.reads = reads;
        this.authoring = authoring;
        this.signatures = signatures;
        this.checks = checks;
        this.trials = trials;
        this.uploads = uploads;
        this.sample = sample;
        this.standards = standards;
    }

    @GetMapping("/api/rules")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<Page<RuleSummary>> own(
            Caller caller,
            @RequestParam(required = false) @Nullable VersionState state,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor) {
        return reads.page(new Wanted(Reach.of(caller), null, null, state, text), cursor);
    }

    @GetMapping("/api/rules/{ruleId}/versions/{version}")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<RuleVersionView> rule(Caller caller, @PathVariable String ruleId, @PathVariable int version) {
        return reads.visible(ruleId, version, Reach.signer(caller));
    }

    @PutMapping("/api/rules/{ruleId}/versions/{version}")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<RuleVersionView> save(
            Caller caller, @PathVariable String ruleId, @PathVariable int version, @RequestBody RuleEdit edit) {
        return shown(caller, authoring.save(caller, ruleId, version, edit));
    }

    @PostMapping("/api/rules/{ruleId}/versions/{version}/sending")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<RuleVersionView> send(
            Caller caller, @PathVariable String ruleId, @PathVariable int version, @RequestBody RuleSending sending) {
        return shown(caller, signatures.send(caller, ruleId, version, sending.revision()));
    }

    @PutMapping("/api/rules/{ruleId}/versions/{version}/signatures/{institution}")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<RuleVersionView> sign(
            Caller caller,
            @PathVariable String ruleId,
            @PathVariable int version,
            @PathVariable UUID institution,
            @RequestBody RuleSigning signing) {
        return shown(caller, signatures.sign(caller, ruleId, version, institution, signing.hash()));
    }

    @PostMapping("/api/rules/{ruleId}/versions/{version}/refusal")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<RuleVersionView> refuse(
            Caller caller, @PathVariable String ruleId, @PathVariable int version, @RequestBody RuleReason reason) {
        return shown(caller, signatures.refuse(caller, ruleId, version, reason));
    }

    @PostMapping("/api/rules/{ruleId}/versions/{version}/withdrawal")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<RuleVersionView> withdraw(
            Caller caller, @PathVariable String ruleId, @PathVariable int version, @RequestBody RuleReason reason) {
        return shown(caller, signatures.withdraw(caller, ruleId, version, reason));
    }

    @PostMapping("/api/rule-readings")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<RuleReading> read(@RequestBody RuleContent content) {
        return checks.read(content);
    }

    @PostMapping("/api/rule-trials")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<Trial> tryRule(@RequestBody TrialEdit edit) {
        return trials.run(edit);
    }

    @GetMapping("/api/credit-units")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    List<NamedCreditUnit> creditUnits() {
        return standards.creditUnits().stream()
                .map(unit -> new NamedCreditUnit(unit.id(), unit.name()))
                .toList();
    }

    @GetMapping("/api/sample-learners")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    List<SampleLearner> sampleLearners() {
        return sample.learners();
    }

    @PostMapping("/api/rule-imports")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<ImportReport> bringIn(Caller caller, @RequestBody RuleUpload upload) {
        return uploads.bringIn(caller, upload);
    }

    private Mono<RuleVersionView> shown(Caller caller, Mono<RuleDocument> document) {
        return document.flatMap(rule -> reads.view(rule, Reach.signer(caller)));
    }
}
