package cn.jiangxue.outcome;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Competence units that an institution awarded for prior learning, as {@link LearningOutcomes} is told of them.
 *
 * @param claimId the cause: once per claim
 * @param level of the qualifications framework
 * @param evidenceHash SHA-256 in hex over the assessment
 */
public record PriorLearningRecognised(
        UUID learnerId,
        UUID claimId,
        LocalText title,
        UUID issuerId,
        LocalText issuer,
        String occupationCode,
        Grade grade,
        int level,
        List<String> unitIds,
        String evidenceHash,
        LocalDate decidedOn) {}
