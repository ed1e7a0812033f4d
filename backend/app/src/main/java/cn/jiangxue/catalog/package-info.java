/** Courses: drafts, published versions, the catalogue and its search. Tells {@link cn.jiangxue.catalog.CourseChanged}. */
@NullMarked
package cn.jiangxue.catalog;

import org.jspecify.annotations.NullMarked;
