/** What a question and a paper must be, how questions are drawn and answers marked, when an attempt may start or go on. Pure. */
@NullMarked
package cn.jiangxue.assessment.rules;

import org.jspecify.annotations.NullMarked;
