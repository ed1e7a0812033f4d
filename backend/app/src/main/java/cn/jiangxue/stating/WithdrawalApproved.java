package cn.jiangxue.stating;

import cn.jiangxue.platform.EventType;
import java.util.UUID;

/** A second person approved that an outcome be taken back. */
@EventType("stating.withdrawal-approved")
record WithdrawalApproved(UUID withdrawalId) {}
