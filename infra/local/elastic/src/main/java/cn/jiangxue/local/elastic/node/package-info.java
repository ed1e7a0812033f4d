/** What runs inside the node's own JVM. */
@org.jspecify.annotations.NullMarked
package cn.jiangxue.local.elastic.node;
