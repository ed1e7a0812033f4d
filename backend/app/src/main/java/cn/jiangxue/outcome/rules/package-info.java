/** What counts as a learning outcome. Pure. */
@NullMarked
package cn.jiangxue.outcome.rules;

import org.jspecify.annotations.NullMarked;
