package cn.jiangxue.credit;

import cn.jiangxue.platform.EventType;
import java.util.UUID;

/** A second person approved that an entry be taken back. */
@EventType("credit.correction-approved")
record CorrectionApproved(UUID correctionId) {}
