/** How grades are drawn, and who may do what with what was drawn: pure. Source of every figure: 《晋级质量抽查办法（样例）》 in {@code docs/adr/0031}. */
@NullMarked
package cn.jiangxue.reexamination.rules;

import org.jspecify.annotations.NullMarked;
