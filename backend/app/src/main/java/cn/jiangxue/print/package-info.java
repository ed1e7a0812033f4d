/** What is printed: text in a Chinese font that every reader shows. Knows no feature. */
@NullMarked
package cn.jiangxue.print;

import org.jspecify.annotations.NullMarked;
