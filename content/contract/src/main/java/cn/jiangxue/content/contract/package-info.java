/** What pages and other services may know of the media service. */
@NullMarked
package cn.jiangxue.content.contract;

import org.jspecify.annotations.NullMarked;
