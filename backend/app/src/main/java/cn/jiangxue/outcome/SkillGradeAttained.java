package cn.jiangxue.outcome;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import java.time.LocalDate;
import java.util.UUID;

/** A skill grade that an institution decided, as {@link LearningOutcomes} is told of it. {@code caseId} is the cause: once per case. */
public record SkillGradeAttained(
        UUID learnerId,
        UUID caseId,
        LocalText title,
        UUID issuerId,
        LocalText issuer,
        String occupationCode,
        Grade grade,
        LocalDate decidedOn) {}
