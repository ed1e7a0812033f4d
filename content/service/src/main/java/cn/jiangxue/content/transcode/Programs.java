package cn.jiangxue.content.transcode;

import cn.jiangxue.content.transcode.rules.FfmpegArguments.Encoder;
import java.nio.file.Path;
import java.util.Map;

/**
 * ffmpeg and ffprobe that were seen to work on this machine.
 *
 * @param environment all they are given; nothing of ours is passed on
 * @param origin {@code bundled} or {@code system}
 */
record Programs(Path ffmpeg, Path ffprobe, Map<String, String> environment, Encoder encoder, String origin) {}
