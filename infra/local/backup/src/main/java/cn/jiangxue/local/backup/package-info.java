/**
 * {@code ./backup} and {@code ./restore}: a data folder into one file and back, and what could be lost. Works on files alone, whether a site runs on the
 * folder or not; docs/adr/0026 tells in which order and why.
 */
@org.jspecify.annotations.NullMarked
package cn.jiangxue.local.backup;
