/** The lifelong learning account: an append-only ledger of credit, and the way from each entry back to the seconds it rests on. */
@NullMarked
package cn.jiangxue.credit;

import org.jspecify.annotations.NullMarked;
