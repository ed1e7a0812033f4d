package cn.jiangxue.recognition;

import cn.jiangxue.platform.EventType;
import java.util.UUID;

/**
 * A case was granted, or an appeal upheld: the ledger has to write it. Told once per ruling; hearing it twice changes nothing.
 *
 * @param rulingId the decision, or the ruling on the appeal
 */
@EventType("recognition.decided")
public record RecognitionDecided(UUID caseId, UUID rulingId, UUID learnerId) {}
