package cn.jiangxue.platform;

import java.time.Instant;
import java.util.UUID;

/** What a subscriber may know of a delivery: {@code eventId} is the same at every repeat. */
public record EventMeta(UUID eventId, Instant at) {}
