/** The auditor's command. It asks nobody: everything is read from files, and every hash is worked out anew. */
@NullMarked
package cn.jiangxue.auditor;

import org.jspecify.annotations.NullMarked;
