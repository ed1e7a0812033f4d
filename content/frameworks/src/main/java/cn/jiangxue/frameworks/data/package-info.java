/** Strict reading of hand-written YAML: every complaint names the file, the place in it and the reason. */
@NullMarked
package cn.jiangxue.frameworks.data;

import org.jspecify.annotations.NullMarked;
