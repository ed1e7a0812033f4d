package cn.jiangxue.recognition;

import cn.jiangxue.platform.EventType;
import java.util.UUID;

/** An officer found out about the evidence of an outcome of elsewhere: cases that rest on it go on. Hearing it twice changes nothing. */
@EventType("recognition.evidence-examined")
record EvidenceExamined(UUID outcomeId) {}
