/**
 * The qualifications framework, the occupational standards and the rules by which outcomes become credit: versioned data, read from the class
 * path into immutable records. Policy lives in the data; nothing here decides who is eligible.
 */
@NullMarked
package cn.jiangxue.frameworks;

import org.jspecify.annotations.NullMarked;
