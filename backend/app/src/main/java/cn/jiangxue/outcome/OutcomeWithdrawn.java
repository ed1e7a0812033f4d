package cn.jiangxue.outcome;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.platform.EventType;
import java.util.UUID;

/** An outcome was taken back: what was posted because of it is to be reversed. Told once per outcome. */
@EventType("outcome.withdrawn")
public record OutcomeWithdrawn(UUID outcomeId, UUID learnerId, UUID issuerId, LocalText title, Withdrawal withdrawal) {}
