/** Occupational standards and the qualifications framework in versions, and the rules by which courses become credit. Begins with the data of {@code content/frameworks}. */
@NullMarked
package cn.jiangxue.framework;

import org.jspecify.annotations.NullMarked;
