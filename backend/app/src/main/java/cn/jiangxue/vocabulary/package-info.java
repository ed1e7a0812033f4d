/** Words every feature uses: ids and credits. Pure; knows nothing but the JDK. */
@NullMarked
package cn.jiangxue.vocabulary;

import org.jspecify.annotations.NullMarked;
