/**
 * Sample courses: texts, questions, films and captions a teacher can read and review, loaded from the class path into immutable records. The
 * courses themselves are files; nothing here knows how they are taught.
 */
@NullMarked
package cn.jiangxue.courses;

import org.jspecify.annotations.NullMarked;
