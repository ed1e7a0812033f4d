/** What a stated outcome must look like, and which signatures are believed. Pure. */
@NullMarked
package cn.jiangxue.stating.rules;

import org.jspecify.annotations.NullMarked;
