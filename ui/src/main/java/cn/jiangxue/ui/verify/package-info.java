/** The public page that verifies a credential. */
@NullMarked
package cn.jiangxue.ui.verify;

import org.jspecify.annotations.NullMarked;
