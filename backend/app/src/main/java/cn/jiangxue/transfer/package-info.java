/**
 * Transfer of what a learner attained into credit of a programme: the words of it (rules, programmes, outcomes, requests and answers). What they mean
 * is decided in {@code rules}.
 */
@NullMarked
package cn.jiangxue.transfer;

import org.jspecify.annotations.NullMarked;
