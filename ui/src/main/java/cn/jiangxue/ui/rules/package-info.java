/** The rule book: for everybody to read, for officers to write, try and sign. */
@NullMarked
package cn.jiangxue.ui.rules;

import org.jspecify.annotations.NullMarked;
