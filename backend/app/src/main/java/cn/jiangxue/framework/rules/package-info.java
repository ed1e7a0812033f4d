/** What may be done with a version of a standard, and what two versions differ in. Pure. */
@NullMarked
package cn.jiangxue.framework.rules;

import org.jspecify.annotations.NullMarked;
