/** The way to the next skill grade: what it asks, the application, its review and the decision, and the grades on record. */
@NullMarked
package cn.jiangxue.promotion;

import org.jspecify.annotations.NullMarked;
