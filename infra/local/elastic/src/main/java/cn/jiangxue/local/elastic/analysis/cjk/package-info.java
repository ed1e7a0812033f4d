/** The cjk analysis under the names a full Elasticsearch gives it; only the reduced local node needs it. */
@org.jspecify.annotations.NullMarked
package cn.jiangxue.local.elastic.analysis.cjk;
