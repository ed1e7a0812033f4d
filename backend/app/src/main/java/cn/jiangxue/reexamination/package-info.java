/**
 * Random re-examination (随机抽查复核): a share of all approved grades is drawn by a seed that was committed to beforehand, and looked at again by people who took no part.
 */
@NullMarked
package cn.jiangxue.reexamination;

import org.jspecify.annotations.NullMarked;
