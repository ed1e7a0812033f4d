/**
 * Sample data of the demo mode: people for every role, organisations, the courses of {@code content/courses}. Brought in through the services'
 * public interfaces only, with fixed ids; what is there already is left as it is.
 */
@NullMarked
package cn.jiangxue.local.seed;

import org.jspecify.annotations.NullMarked;
