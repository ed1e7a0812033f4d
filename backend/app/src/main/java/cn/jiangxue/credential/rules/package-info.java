/** What a credential says, which number it bears, which states it may take and what a check answers. Pure. */
@NullMarked
package cn.jiangxue.credential.rules;

import org.jspecify.annotations.NullMarked;
