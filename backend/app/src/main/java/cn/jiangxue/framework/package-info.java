/** The qualifications framework, occupational standards and transfer rules in force: data of {@code content/frameworks}, checked at start. */
@NullMarked
package cn.jiangxue.framework;

import org.jspecify.annotations.NullMarked;
