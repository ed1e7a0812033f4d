/** The web pages: entry point. */
@NullMarked
package cn.jiangxue.ui;

import org.jspecify.annotations.NullMarked;
