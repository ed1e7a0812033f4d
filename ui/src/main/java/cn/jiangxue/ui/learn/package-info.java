/** Pages for learners: finding, studying, credit, the way to the next grade. */
@NullMarked
package cn.jiangxue.ui.learn;

import org.jspecify.annotations.NullMarked;
