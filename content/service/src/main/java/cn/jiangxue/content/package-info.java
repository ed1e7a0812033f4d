/** The media service. */
@NullMarked
package cn.jiangxue.content;

import org.jspecify.annotations.NullMarked;
