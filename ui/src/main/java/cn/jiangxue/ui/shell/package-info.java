/** What every page stands in: sign-in, session, clients of the services, problems, languages, frame. */
@NullMarked
package cn.jiangxue.ui.shell;

import org.jspecify.annotations.NullMarked;
