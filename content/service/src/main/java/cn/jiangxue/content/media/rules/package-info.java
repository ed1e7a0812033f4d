/** Captions and the rules of the work queue. */
@NullMarked
package cn.jiangxue.content.media.rules;

import org.jspecify.annotations.NullMarked;
