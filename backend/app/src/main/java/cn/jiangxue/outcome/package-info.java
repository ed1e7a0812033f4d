/** What a learner attained, recorded once per cause with the evidence it rests on. Tells {@link cn.jiangxue.outcome.OutcomeAttained}. */
@NullMarked
package cn.jiangxue.outcome;

import org.jspecify.annotations.NullMarked;
