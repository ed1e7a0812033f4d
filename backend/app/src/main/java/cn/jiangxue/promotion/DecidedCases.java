package cn.jiangxue.promotion;

import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.recognition.EvidenceFiles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Applications for whoever looks at them again. Says nothing about who may. */
@Component
public class DecidedCases {

    private final Cases cases;
    private final Applicants applicants;
    private final EvidenceFiles files;

    DecidedCases(Cases cases, Applicants applicants, EvidenceFiles files) {
        this.cases = cases;
        this.applicants = applicants;
        this.files = files;
    }

    /** Who had a part in an application: by {@code officers} a decision was taken, by {@code assessors} a mark was recorded or a sitting watched. */
    public record Parts(UUID applicant, Set<UUID> officers, Set<UUID> assessors) {}

    /** Empty when there is no such application. */
    public Mono<Parts> parts(UUID caseId) {
        return cases.find(caseId)
                .map(stored -> new Parts(
                        stored.personId(),
                        stored.dossier().officers(),
                        union(stored.dossier().assessors(), stored.oversight().supervisors())));
    }

    private static Set<UUID> union(Set<UUID> some, Set<UUID> others) {
        Set<UUID> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    /** With marks, files and decisions; empty when there is no such application. */
    public Mono<Case> inFull(UUID caseId) {
        return cases.find(caseId)
                .flatMap(stored -> applicants
                        .names(CaseViews.people(stored))
                        .map(names -> CaseViews.view(stored, List.of(), names, null)));
    }

    /** An address that opens one of its files for minutes; empty when it has no such file. */
    public Mono<EvidenceLink> link(UUID caseId, UUID evidenceId) {
        return cases.find(caseId)
                .flatMapIterable(stored -> stored.dossier().evidence())
                .filter(file -> file.id().equals(evidenceId))
                .next()
                .flatMap(file -> files.link(file.fileId()));
    }
}
