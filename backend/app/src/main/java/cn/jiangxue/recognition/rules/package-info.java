/** What may happen to a recognition case, by whom and by when (docs/adr/0024). */
@NullMarked
package cn.jiangxue.recognition.rules;

import org.jspecify.annotations.NullMarked;
