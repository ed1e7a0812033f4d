/**
 * What may be transferred, how much and why: pure functions of a request. No clock, no randomness, no floating point; the same request has the same
 * answer and trace for ever.
 */
@NullMarked
package cn.jiangxue.transfer.rules;

import org.jspecify.annotations.NullMarked;
