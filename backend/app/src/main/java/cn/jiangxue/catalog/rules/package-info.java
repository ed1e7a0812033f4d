/** What a course draft may be and what it must be before it is published; Markdown made safe. Pure. */
@NullMarked
package cn.jiangxue.catalog.rules;

import org.jspecify.annotations.NullMarked;
