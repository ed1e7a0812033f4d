/** Files going up: from the browser straight to the store, part by part, by presigned addresses. */
@NullMarked
package cn.jiangxue.ui.files;

import org.jspecify.annotations.NullMarked;
