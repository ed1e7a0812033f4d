/** What may be uploaded and in which parts. */
@NullMarked
package cn.jiangxue.content.upload.rules;

import org.jspecify.annotations.NullMarked;
