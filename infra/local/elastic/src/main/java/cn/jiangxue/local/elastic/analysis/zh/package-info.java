/**
 * Chinese words for Elasticsearch by its stable plugin interface. The names are those of the official smartcn plugin and of the
 * IK plugin, so an index made here opens on any node that has this plugin or those two.
 */
@org.jspecify.annotations.NullMarked
package cn.jiangxue.local.elastic.analysis.zh;
