package cn.jiangxue.learning;

import cn.jiangxue.contract.LearningApi.EnrolmentImport;
import cn.jiangxue.contract.LearningApi.ImportResult;
import cn.jiangxue.contract.LearningApi.LearnerStanding;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What trainers and employers do for their people. */
@RestController
class TrainerRoutes {

    private final EnrolmentImports imports;
    private final CourseLearners learners;

    TrainerRoutes(EnrolmentImports imports, CourseLearners learners) {
        this.imports = imports;
        this.learners = learners;
    }

    @PutMapping("/api/enrolment-imports/{id}")
    @Access(roles = {Role.TRAINER, Role.ADMINISTRATOR})
    Mono<ImportResult> importEnrolments(Caller caller, @PathVariable UUID id, @RequestBody EnrolmentImport file) {
        return imports.run(caller, id, file);
    }

    @GetMapping("/api/courses/{courseId}/learners")
    @Access(roles = {Role.TRAINER, Role.ADMINISTRATOR})
    Mono<Page<LearnerStanding>> learners(
            Caller caller,
            @PathVariable UUID courseId,
            @RequestParam UUID organisation,
            @RequestParam(required = false) @Nullable String cursor) {
        return learners.page(caller, courseId, organisation, cursor);
    }
}
