/** When a claimed unit is shown, and who may do what with a claim: pure. Source of every figure: 《匠学先前学习认定办法（示范）》 in {@code docs/adr/0029}. */
@NullMarked
package cn.jiangxue.priorlearning.rules;

import org.jspecify.annotations.NullMarked;
