/** People: their accounts and sign-ins, their roles in organisations, their real names under their own keys, what they agreed to. */
@NullMarked
package cn.jiangxue.identity;

import org.jspecify.annotations.NullMarked;
