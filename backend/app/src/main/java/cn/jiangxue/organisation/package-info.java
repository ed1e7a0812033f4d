/** The tree of unions and, beside it, employers and institutions. Answers who lies within whom. */
@NullMarked
package cn.jiangxue.organisation;

import org.jspecify.annotations.NullMarked;
