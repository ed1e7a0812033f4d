package cn.jiangxue.framework;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StandardsApi.AdoptionEdit;
import cn.jiangxue.contract.StandardsApi.CommentEdit;
import cn.jiangxue.contract.StandardsApi.ConsultationEdit;
import cn.jiangxue.contract.StandardsApi.ContentCheck;
import cn.jiangxue.contract.StandardsApi.ContentEdit;
import cn.jiangxue.contract.StandardsApi.StandardComment;
import cn.jiangxue.contract.StandardsApi.StandardComparison;
import cn.jiangxue.contract.StandardsApi.StandardImport;
import cn.jiangxue.contract.StandardsApi.StandardReason;
import cn.jiangxue.contract.StandardsApi.StandardState;
import cn.jiangxue.contract.StandardsApi.StandardSummary;
import cn.jiangxue.contract.StandardsApi.StandardUpload;
import cn.jiangxue.contract.StandardsApi.StandardVersion;
import cn.jiangxue.contract.StandardsApi.VersionContent;
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

/** Versions of standards and of the framework: read by everyone signed in, written by the national body. */
@RestController
class StandardRoutes {

    private final VersionReads reads;
    private final Drafting drafting;
    private final Steps steps;
    private final Comments comments;
    private final StandardImports imports;

    StandardRoutes(VersionReads reads, Drafting drafting, Steps steps, Comments comments, StandardImports imports) {
        this.reads = reads;
        this.drafting = drafting;
        this.steps = steps;
        this.comments = comments;
        this.imports = imports;
    }

    @GetMapping("/api/standard-versions")
    @Access(AccessKind.SIGNED_IN)
    Mono<Page<StandardSummary>> versions(
            Caller caller,
            @RequestParam(required = false) @Nullable StandardState state,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String cursor) {
        return reads.page(caller, state, text, cursor);
    }

    @GetMapping("/api/standard-versions/{subject}/{version}")
    @Access(AccessKind.SIGNED_IN)
    Mono<StandardVersion> version(Caller caller, @PathVariable String subject, @PathVariable int version) {
        return reads.find(caller, subject, version);
    }

    @GetMapping("/api/standard-versions/{subject}/comparison")
    @Access(AccessKind.SIGNED_IN)
    Mono<StandardComparison> compare(
            Caller caller, @PathVariable String subject, @RequestParam int older, @RequestParam int newer) {
        return reads.compare(caller, subject, older, newer);
    }

    @PutMapping("/api/standard-versions/{subject}/{version}")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<StandardVersion> save(
            Caller caller, @PathVariable String subject, @PathVariable int version, @RequestBody ContentEdit edit) {
        return shown(caller, drafting.save(caller, subject, version, edit));
    }

    @PostMapping("/api/standard-versions/{subject}/{version}/consultation")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<StandardVersion> consult(
            Caller caller,
            @PathVariable String subject,
            @PathVariable int version,
            @RequestBody ConsultationEdit edit) {
        return shown(caller, steps.consult(caller, subject, version, edit));
    }

    @PostMapping("/api/standard-versions/{subject}/{version}/adoption")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<StandardVersion> adopt(
            Caller caller, @PathVariable String subject, @PathVariable int version, @RequestBody AdoptionEdit edit) {
        return shown(caller, steps.adopt(caller, subject, version, edit));
    }

    @PostMapping("/api/standard-versions/{subject}/{version}/redrafting")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<StandardVersion> redraft(
            Caller caller, @PathVariable String subject, @PathVariable int version, @RequestBody StandardReason why) {
        return shown(caller, steps.redraft(caller, subject, version, why.reason()));
    }

    @PostMapping("/api/standard-versions/{subject}/{version}/abandonment")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<StandardVersion> abandon(
            Caller caller, @PathVariable String subject, @PathVariable int version, @RequestBody StandardReason why) {
        return shown(caller, steps.abandon(caller, subject, version, why.reason()));
    }

    @GetMapping("/api/standard-versions/{subject}/{version}/comments")
    @Access(AccessKind.SIGNED_IN)
    Mono<Page<StandardComment>> comments(
            Caller caller,
            @PathVariable String subject,
            @PathVariable int version,
            @RequestParam(required = false) @Nullable String cursor) {
        return comments.page(caller, subject, version, cursor);
    }

    @PutMapping("/api/standard-versions/{subject}/{version}/comments/mine")
    @Access(AccessKind.SIGNED_IN)
    Mono<StandardComment> comment(
            Caller caller, @PathVariable String subject, @PathVariable int version, @RequestBody CommentEdit edit) {
        return comments.write(caller, subject, version, edit.text());
    }

    @PostMapping("/api/standard-checks")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<ContentCheck> check(Caller caller, @RequestBody VersionContent content) {
        return drafting.check(caller, content);
    }

    @PostMapping("/api/standard-imports")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<StandardImport> bringIn(Caller caller, @RequestBody StandardUpload upload) {
        return imports.bringIn(caller, upload);
    }

    private Mono<StandardVersion> shown(Caller caller, Mono<VersionDocument> changed) {
        return changed.flatMap(version -> reads.view(caller, version));
    }
}
