/** The append-only record of who did what to what, and its search. */
@NullMarked
package cn.jiangxue.audit;

import org.jspecify.annotations.NullMarked;
