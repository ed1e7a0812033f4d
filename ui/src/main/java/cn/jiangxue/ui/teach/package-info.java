/** Pages for trainers: courses, uploads, questions, learners. */
@NullMarked
package cn.jiangxue.ui.teach;

import org.jspecify.annotations.NullMarked;
