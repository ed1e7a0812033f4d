package cn.jiangxue.platform;

/** A collection whose documents are swept away some time after their {@code expiresAt}. Declared as a bean by the feature that owns it. */
public record ExpiringCollection(String collection) {}
