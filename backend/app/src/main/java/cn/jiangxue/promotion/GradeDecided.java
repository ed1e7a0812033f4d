package cn.jiangxue.promotion;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.platform.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An institution approved an application: the person holds the grade from {@code decidedOn} on. Told once per case.
 *
 * @param credentialId the id the credential of this grade is issued under
 * @param metPath the alternative of the standard that was met
 */
@EventType("promotion.grade-decided")
public record GradeDecided(
        UUID caseId,
        UUID decisionId,
        UUID learnerId,
        UUID personId,
        String occupationCode,
        LocalText occupation,
        String edition,
        Grade grade,
        LocalText gradeName,
        LocalText metPath,
        UUID institutionId,
        LocalText institutionName,
        UUID officerId,
        UUID credentialId,
        LocalDate decidedOn,
        Instant decidedAt) {}
