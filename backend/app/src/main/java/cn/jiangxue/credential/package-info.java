/** Signed, portable, revocable proof of a grade: Open Badges 3.0 on W3C VC 2.0, its status lists, its printed form and its public check. */
@NullMarked
package cn.jiangxue.credential;

import org.jspecify.annotations.NullMarked;
