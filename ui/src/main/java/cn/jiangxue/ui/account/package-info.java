/** Sign-in and the person's own data. */
@NullMarked
package cn.jiangxue.ui.account;

import org.jspecify.annotations.NullMarked;
