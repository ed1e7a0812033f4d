package cn.jiangxue.reexamination;

import cn.jiangxue.platform.EventType;
import java.util.UUID;

/** A re-examination took a grade back. Told once per re-examination. */
@EventType("reexamination.grade-overturned")
record GradeOverturned(UUID reexaminationId, UUID credentialId, UUID officerId, String reason) {}
