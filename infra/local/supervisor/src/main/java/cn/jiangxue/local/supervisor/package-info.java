/** Starts the three stores and the three services on one machine, keeps them running, and ends them together. */
@org.jspecify.annotations.NullMarked
package cn.jiangxue.local.supervisor;
