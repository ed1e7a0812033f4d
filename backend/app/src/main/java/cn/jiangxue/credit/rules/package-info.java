/** What may be posted to a learning account, and how class hours become credit. Pure: ids, salts and instants come in as arguments. */
@NullMarked
package cn.jiangxue.credit.rules;

import org.jspecify.annotations.NullMarked;
