/** The visual building blocks of the pages. */
@NullMarked
package cn.jiangxue.ui.parts;

import org.jspecify.annotations.NullMarked;
