/**
 * Prior learning (先前学习认定, RPL): competence units of an occupational standard that somebody claims to master, their assessment on a portfolio, in an interview and at
 * work, and the award of all or some of them as a learning outcome.
 */
@NullMarked
package cn.jiangxue.priorlearning;

import org.jspecify.annotations.NullMarked;
