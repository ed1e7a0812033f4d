/** What waits to be told to the keeper of the audit record. */
@NullMarked
package cn.jiangxue.content.audit;

import org.jspecify.annotations.NullMarked;
