/**
 * Recognition cases (认定申请): outcomes of a learner's account become credit toward a programme, from the application by way of review, publicity and decision to the
 * ledger, and the appeal.
 */
@NullMarked
package cn.jiangxue.recognition;

import org.jspecify.annotations.NullMarked;
