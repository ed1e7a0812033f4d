/** The two languages of the pages, their texts, and how values are put in words. */
@NullMarked
package cn.jiangxue.ui.text;

import org.jspecify.annotations.NullMarked;
