/** The embedded document store: the MongoDB wire protocol on loopback, one folder on disk, durable before it answers. */
@NullMarked
package cn.jiangxue.local.mongo;

import org.jspecify.annotations.NullMarked;
