package cn.jiangxue.platform;

/** A collection whose documents hold events to tell, in {@code outbox}, due at {@code outboxAt}. Declared as a bean by the feature that owns it. */
public record OutboxSource(String collection) {}
