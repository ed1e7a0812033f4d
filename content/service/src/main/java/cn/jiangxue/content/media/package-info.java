/** Videos, the work waiting on them, and their captions. */
@NullMarked
package cn.jiangxue.content.media;

import org.jspecify.annotations.NullMarked;
