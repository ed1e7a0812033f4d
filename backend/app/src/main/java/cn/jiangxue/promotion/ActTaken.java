package cn.jiangxue.promotion;

import cn.jiangxue.contract.SupervisionApi.ActKind;
import cn.jiangxue.platform.EventType;
import java.time.Instant;
import java.util.UUID;

/** Somebody marked or approved. */
@EventType("promotion.act-taken")
record ActTaken(UUID actId, ActKind kind, UUID personId, UUID institutionId, UUID caseId, Instant at) {}
