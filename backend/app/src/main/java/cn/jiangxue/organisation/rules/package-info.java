/** Where an organisation may stand. Pure. */
@NullMarked
package cn.jiangxue.organisation.rules;

import org.jspecify.annotations.NullMarked;
