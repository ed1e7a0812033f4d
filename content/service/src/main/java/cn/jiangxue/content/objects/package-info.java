/** The object store: what is kept there, how it is reached, and addresses that let a browser reach it. */
@NullMarked
package cn.jiangxue.content.objects;

import org.jspecify.annotations.NullMarked;
