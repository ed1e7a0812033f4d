/** What is to be made of a video, how the encoder is told, and how its answers are read. */
@NullMarked
package cn.jiangxue.content.transcode.rules;

import org.jspecify.annotations.NullMarked;
