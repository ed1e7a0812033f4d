/**
 * Who is enrolled on what, what they have studied by the second, and when a course is passed. Tells {@link cn.jiangxue.learning.CourseCompleted}; answers with
 * {@link cn.jiangxue.learning.StudyEvidence} what an award rests on.
 */
@NullMarked
package cn.jiangxue.learning;

import org.jspecify.annotations.NullMarked;
