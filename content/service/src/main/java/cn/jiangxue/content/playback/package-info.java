/** Playlists for the holder of a grant. */
@NullMarked
package cn.jiangxue.content.playback;

import org.jspecify.annotations.NullMarked;
