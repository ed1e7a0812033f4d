package cn.jiangxue.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of a document that no query, index or update looks into: kept as the bytes of its BSON, so that the store carries it without reading it. What was kept
 * in plain form reads on.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Packed {}
