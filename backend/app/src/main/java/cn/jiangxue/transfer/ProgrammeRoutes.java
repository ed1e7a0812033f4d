package cn.jiangxue.transfer;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeComparison;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraft;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftSummary;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeEdit;
import cn.jiangxue.contract.ProgrammesApi.ProgrammePublication;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeReading;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeReason;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeStep;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What officers do with programmes of their institutions; whose they are is checked with each draft. */
@RestController
class ProgrammeRoutes {

    private final ProgrammeDraftReads reads;
    private final ProgrammeDrafting drafting;
    private final ProgrammeSteps steps;

    ProgrammeRoutes(ProgrammeDraftReads reads, ProgrammeDrafting drafting, ProgrammeSteps steps) {
        this.reads = reads;
        this.drafting = drafting;
        this.steps = steps;
    }

    @GetMapping("/api/programme-drafts")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<Page<ProgrammeDraftSummary>> drafts(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return reads.page(caller, cursor);
    }

    @GetMapping("/api/programme-drafts/{programmeId}/{version}")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<ProgrammeDraft> draft(Caller caller, @PathVariable String programmeId, @PathVariable int version) {
        return reads.find(caller, programmeId, version);
    }

    @PutMapping("/api/programme-drafts/{programmeId}/{version}")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<ProgrammeDraft> save(
            Caller caller,
            @PathVariable String programmeId,
            @PathVariable int version,
            @RequestBody ProgrammeEdit edit) {
        return shown(caller, drafting.save(caller, programmeId, version, edit));
    }

    @PostMapping("/api/programme-drafts/{programmeId}/{version}/submission")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<ProgrammeDraft> submit(
            Caller caller,
            @PathVariable String programmeId,
            @PathVariable int version,
            @RequestBody ProgrammeStep step) {
        return shown(caller, steps.submit(caller, programmeId, version, step.revision()));
    }

    @PostMapping("/api/programme-drafts/{programmeId}/{version}/return")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<ProgrammeDraft> giveBack(
            Caller caller,
            @PathVariable String programmeId,
            @PathVariable int version,
            @RequestBody ProgrammeReason reason) {
        return shown(caller, steps.giveBack(caller, programmeId, version, reason.reason()));
    }

    @PostMapping("/api/programme-drafts/{programmeId}/{version}/publication")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<ProgrammeDraft> publish(
            Caller caller,
            @PathVariable String programmeId,
            @PathVariable int version,
            @RequestBody ProgrammePublication publication) {
        return shown(caller, steps.publish(caller, programmeId, version, publication));
    }

    @PostMapping("/api/programme-drafts/{programmeId}/{version}/abandonment")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<ProgrammeDraft> abandon(
            Caller caller,
            @PathVariable String programmeId,
            @PathVariable int version,
            @RequestBody ProgrammeStep step) {
        return shown(caller, steps.abandon(caller, programmeId, version, step.revision()));
    }

    @GetMapping("/api/programme-drafts/{programmeId}/{version}/comparison")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<ProgrammeComparison> compareDraft(
            Caller caller, @PathVariable String programmeId, @PathVariable int version, @RequestParam int older) {
        return reads.compareDraft(caller, programmeId, older, version);
    }

    @GetMapping("/api/public/programmes/{programmeId}/comparison")
    @Access(AccessKind.PUBLIC)
    Mono<ProgrammeComparison> compare(
            @PathVariable String programmeId, @RequestParam int older, @RequestParam int newer) {
        return reads.compare(programmeId, older, newer);
    }

    @PostMapping("/api/programme-readings")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<ProgrammeReading> read(@RequestBody ProgrammeContent content) {
        return reads.read(content);
    }

    private Mono<ProgrammeDraft> shown(Caller caller, Mono<ProgrammeDraftDocument> document) {
        return document.flatMap(draft -> reads.view(caller, draft));
    }
}
