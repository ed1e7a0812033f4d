/** Pages for administrators. */
@NullMarked
package cn.jiangxue.ui.govern;

import org.jspecify.annotations.NullMarked;
