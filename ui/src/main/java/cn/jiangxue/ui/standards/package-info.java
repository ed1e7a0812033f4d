/** Occupational standards and the qualifications framework in versions: for everyone to read and comment on, for the national body to draft and adopt. */
@NullMarked
package cn.jiangxue.ui.standards;

import org.jspecify.annotations.NullMarked;
