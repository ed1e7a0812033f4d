/** What makes a login, a password, an identity number good; when a sign-in must wait; what a refresh token is worth. Pure. */
@NullMarked
package cn.jiangxue.identity.rules;

import org.jspecify.annotations.NullMarked;
