/** What somebody is told about their own matters. */
@NullMarked
package cn.jiangxue.ui.message;

import org.jspecify.annotations.NullMarked;
