/** Measures the service against the bare stores. */
@NullMarked
package cn.jiangxue.bench;

import org.jspecify.annotations.NullMarked;
