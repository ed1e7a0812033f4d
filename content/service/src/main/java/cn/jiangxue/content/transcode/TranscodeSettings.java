package cn.jiangxue.content.transcode;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folder where work in progress lies; needs twice the size of the largest video
 * @param workers videos converted at the same time by this service; 0: none, it only takes uploads and serves playlists
 */
@ConfigurationProperties("jiangxue.scratch")
record TranscodeSettings(Path folder, @DefaultValue("1") int workers) {}
