/** The search store of one machine: a real Elasticsearch node as a child process, loopback only. */
@org.jspecify.annotations.NullMarked
package cn.jiangxue.local.elastic;
