/**
 * Institutions state what people attained with them: from files in the background, and by signed requests. Rows are matched to people, put on record by
 * {@link cn.jiangxue.outcome.StatedOutcomes}, and answered one by one.
 */
@NullMarked
package cn.jiangxue.stating;

import org.jspecify.annotations.NullMarked;
