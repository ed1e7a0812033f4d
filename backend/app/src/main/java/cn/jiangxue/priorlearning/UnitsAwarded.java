package cn.jiangxue.priorlearning;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.platform.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An institution awarded units of a claim. Told once per claim that awards any.
 *
 * @param level of the qualifications framework
 * @param evidenceHash SHA-256 in hex over the assessment that it rests on
 */
@EventType("priorlearning.units-awarded")
public record UnitsAwarded(
        UUID claimId,
        UUID learnerId,
        String occupationCode,
        LocalText occupation,
        String edition,
        Grade grade,
        LocalText gradeName,
        int level,
        List<String> unitIds,
        UUID institutionId,
        LocalText institutionName,
        String evidenceHash,
        LocalDate decidedOn) {}
