package cn.jiangxue.content.playback.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.playback.rules.Playlists.Caption;
import cn.jiangxue.content.playback.rules.Playlists.Choice;
import cn.jiangxue.content.playback.rules.Playlists.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaylistsTest {

    private static final Choice SMALL = new Choice("360p", 640, 360, 900_000, 500_000, "avc1.4d401e,mp4a.40.2");

    @Test
    void the_master_tells_sizes_and_captions() {
        assertThat(Playlists.master(List.of(SMALL), List.of(new Caption("zh", "中\"文\"\n")), "?grant=g"))
                .isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="中'文' ",LANGUAGE="zh",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="captions/zh.m3u8?grant=g"
                #EXT-X-STREAM-INF:BANDWIDTH=900000,AVERAGE-BANDWIDTH=500000,RESOLUTION=640x360,CODECS="avc1.4d401e,mp4a.40.2",SUBTITLES="captions"
                360p.m3u8?grant=g
                """);
    }

    @Test
    void without_captions_no_group_is_named() {
        assertThat(Playlists.master(List.of(SMALL), List.of(), ""))
                .doesNotContain("SUBTITLES")
                .endsWith("\n360p.m3u8\n");
    }

    @Test
    void a_rendition_lists_every_piece_with_its_own_address() {
        var pieces = List.of(new Piece("a.m4s", 4_004_000), new Piece("b.m4s", 1_500_001));

        assertThat(Playlists.rendition("init.mp4", pieces, file -> "http://s/" + file))
                .isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-TARGETDURATION:4
                #EXT-X-MEDIA-SEQUENCE:0
                #EXT-X-PLAYLIST-TYPE:VOD
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-MAP:URI="http://s/init.mp4"
                #EXTINF:4.004000,
                http://s/a.m4s
                #EXTINF:1.500001,
                http://s/b.m4s
                #EXT-X-ENDLIST
                """);
    }

    @Test
    void captions_are_one_piece_as_long_as_the_video() {
        assertThat(Playlists.captions("zh", 61_001, "?grant=g"))
                .contains("#EXT-X-TARGETDURATION:62\n")
                .contains("#EXTINF:62.000000,\nzh.vtt?grant=g\n");
        assertThat(Playlists.captions("zh", 0, "")).contains("#EXTINF:1.000000,\nzh.vtt\n");
    }
}
