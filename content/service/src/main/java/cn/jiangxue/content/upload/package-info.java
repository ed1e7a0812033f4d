/** Files on their way in: opened, sent in parts, completed, refused, swept. */
@NullMarked
package cn.jiangxue.content.upload;

import org.jspecify.annotations.NullMarked;
