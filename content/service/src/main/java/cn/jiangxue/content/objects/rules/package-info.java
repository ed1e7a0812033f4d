/** Signed addresses, as pure functions. */
@NullMarked
package cn.jiangxue.content.objects.rules;

import org.jspecify.annotations.NullMarked;
