/** Whether a worker may apply for a grade, and what may happen to an application. Pure. */
@NullMarked
package cn.jiangxue.promotion.rules;

import org.jspecify.annotations.NullMarked;
