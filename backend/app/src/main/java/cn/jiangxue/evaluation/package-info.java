/**
 * Evaluations run by an enterprise (企业自主评价): the plans under which enterprises examine their own workers, who approved them, and the supervisors from outside. What is
 * examined and decided under a plan is a matter of applications for a grade.
 */
@NullMarked
package cn.jiangxue.evaluation;

import org.jspecify.annotations.NullMarked;
