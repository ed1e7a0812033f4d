/** What pages and other services may know of the learning and credit service: wire records, problem codes, HTTP interfaces. */
@NullMarked
package cn.jiangxue.contract;

import org.jspecify.annotations.NullMarked;
