/** Tables in files that people made: CSV and Excel workbooks, read row by row. Knows no feature. */
@NullMarked
package cn.jiangxue.tables;

import org.jspecify.annotations.NullMarked;
