/** What counts as studied and when something is passed. Pure: time comes in as an argument. */
@NullMarked
package cn.jiangxue.learning.rules;

import org.jspecify.annotations.NullMarked;
