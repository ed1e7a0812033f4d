/** How playlists are written. */
@NullMarked
package cn.jiangxue.content.playback.rules;

import org.jspecify.annotations.NullMarked;
