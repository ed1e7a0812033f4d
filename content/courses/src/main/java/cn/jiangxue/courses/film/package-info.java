/**
 * The program that draws the lesson films frame by frame and writes their captions from the same script. Not used at run time: its output is
 * kept beside the courses.
 */
@NullMarked
package cn.jiangxue.courses.film;

import org.jspecify.annotations.NullMarked;
