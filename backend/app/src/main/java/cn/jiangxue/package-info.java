/** The learning and credit service. One package per feature; an arrow between features runs downward only. */
@NullMarked
package cn.jiangxue;

import org.jspecify.annotations.NullMarked;
