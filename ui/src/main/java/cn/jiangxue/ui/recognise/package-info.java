/** Pages for recognition officers. */
@NullMarked
package cn.jiangxue.ui.recognise;

import org.jspecify.annotations.NullMarked;
