/** Makes a streamable ladder of a video, in a child process that is trusted with nothing. */
@NullMarked
package cn.jiangxue.content.transcode;

import org.jspecify.annotations.NullMarked;
