package cn.jiangxue.platform;

import java.time.Instant;
import java.util.UUID;

/** A short-lived right to play one lesson's video in one stream and to report what was seen of it. */
public record StudyGrant(
        UUID personId, UUID learnerId, UUID enrolmentId, UUID lessonId, UUID mediaId, UUID streamId, Instant expiresAt)
        implements Actor {}
