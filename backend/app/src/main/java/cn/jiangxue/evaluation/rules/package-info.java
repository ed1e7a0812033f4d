@NullMarked
package cn.jiangxue.evaluation.rules;

import org.jspecify.annotations.NullMarked;
