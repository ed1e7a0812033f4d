package cn.jiangxue.promotion;

import cn.jiangxue.contract.PromotionApi.GradeHeld;
import cn.jiangxue.contract.PromotionApi.Qualification;
import cn.jiangxue.contract.PromotionApi.QualificationEdit;
import cn.jiangxue.contract.PromotionApi.QualificationName;
import cn.jiangxue.contract.PromotionApi.QualificationType;
import cn.jiangxue.contract.PromotionApi.WorkRecord;
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.promotion.rules.Qualifications;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class CareerRoutes {

    private final Careers careers;
    private final DeclaredQualifications qualifications;

    CareerRoutes(Careers careers, DeclaredQualifications qualifications) {
        this.careers = careers;
        this.qualifications = qualifications;
    }

    @GetMapping("/api/me/grades")
    @Access(AccessKind.SIGNED_IN)
    Mono<List<GradeHeld>> grades(Caller caller) {
        return careers.grades(caller.learnerId());
    }

    @GetMapping("/api/me/work-records")
    @Access(AccessKind.SIGNED_IN)
    Mono<List<WorkRecord>> workRecords(Caller caller) {
        return careers.work(caller.learnerId());
    }

    @PutMapping("/api/me/work-records/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<WorkRecord> save(Caller caller, @PathVariable UUID id, @RequestBody WorkRecordEdit edit) {
        return careers.save(caller.learnerId(), caller.personId(), id, edit);
    }

    @DeleteMapping("/api/me/work-records/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Void> remove(Caller caller, @PathVariable UUID id) {
        return careers.remove(caller.learnerId(), caller.personId(), id);
    }

    @GetMapping("/api/me/qualifications")
    @Access(AccessKind.SIGNED_IN)
    Mono<List<Qualification>> qualifications(Caller caller) {
        return qualifications.of(caller.learnerId());
    }

    @PutMapping("/api/me/qualifications/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Qualification> saveQualification(Caller caller, @PathVariable UUID id, @RequestBody QualificationEdit edit) {
        return qualifications.save(caller.learnerId(), caller.personId(), id, edit);
    }

    @DeleteMapping("/api/me/qualifications/{id}")
    @Access(AccessKind.SIGNED_IN)
    Mono<Void> removeQualification(Caller caller, @PathVariable UUID id) {
        return qualifications.remove(caller.learnerId(), caller.personId(), id);
    }

    @GetMapping("/api/qualification-types")
    @Access(AccessKind.SIGNED_IN)
    Mono<List<QualificationName>> qualificationTypes() {
        return Mono.just(Stream.of(QualificationType.values())
                .map(type -> new QualificationName(type, Qualifications.name(type)))
                .toList());
    }
}
