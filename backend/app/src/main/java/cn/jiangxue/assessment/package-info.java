/** Question bank, papers, attempts. Keys stay here until an attempt is submitted. Tells {@link cn.jiangxue.assessment.AttemptMarked}. */
@NullMarked
package cn.jiangxue.assessment;

import org.jspecify.annotations.NullMarked;
