package cn.jiangxue.platform;

import java.time.Instant;
import java.util.UUID;

/** A short-lived right of a trainer to play one video without studying: nothing that is played by it counts. */
public record PreviewGrant(UUID personId, UUID mediaId, Instant expiresAt) implements Actor {}
