/** What people are told about their own matters, and what of it they have read. */
@NullMarked
package cn.jiangxue.message;

import org.jspecify.annotations.NullMarked;
