package cn.jiangxue.content.media.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.media.rules.CaptionText.Clean;
import cn.jiangxue.content.media.rules.CaptionText.Faulty;
import cn.jiangxue.contract.LocalText;
import org.junit.jupiter.api.Test;

class CaptionTextTest {

    @Test
    void srt_becomes_web_vtt() {
        String srt =
                "\uFEFF1\r\n00:00:01,000 --> 00:00:04,200\r\n先穿好防护服，\r\n再合上电闸。\r\n\r\n2\r\n00:01:05,5 --> 00:01:07,000\r\n<font color=\"red\">注意</font>电流\r\n";

        assertThat(clean(srt)).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:04.200
                先穿好防护服，
                再合上电闸。

                00:01:05.500 --> 00:01:07.000
                注意电流
                """);
    }

    @Test
    void clean_text_read_again_is_unchanged() {
        String once = clean("""
                WEBVTT - title

                STYLE
                ::cue { background-image: url(http://127.0.0.1/x) }

                NOTE nothing to see

                id
                00:05.000 --> 01:00:06.000 line:90% position:50%,center align:start onclick:1
                <v 师傅>A &amp; B</v> <b>C</b> & <script>x</script> 1 < 2
                """);

        assertThat(once).isEqualTo("""
                WEBVTT

                00:00:05.000 --> 01:00:06.000 line:90% position:50%,center align:start
                A &amp; B <b>C</b> &amp; x 1 &lt; 2
                """);
        assertThat(clean(once)).isEqualTo(once);
    }

    @Test
    void captions_are_put_in_order_of_time() {
        assertThat(clean("00:02.000 --> 00:03.000\nb\n\n00:01.000 --> 00:02.000\na\n"))
                .containsSubsequence("\na\n", "\nb\n");
    }

    @Test
    void captions_without_an_empty_line_between_them_are_told_apart() {
        assertThat(((Clean) CaptionText.read("00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb")).cues())
                .isEqualTo(2);
    }

    @Test
    void control_characters_and_ass_overrides_are_dropped() {
        assertThat(clean("00:01.000 --> 00:02.000\n{\\an8}a\u0000\u001bb\n")).contains("\nab\n");
    }

    @Test
    void an_empty_caption_is_left_out() {
        assertThat(((Clean) CaptionText.read("00:01.000 --> 00:02.000\n<i></i>x\n\n00:03.000 --> 00:04.000\n\n"))
                        .cues())
                .isEqualTo(1);
    }

    @Test
    void every_fault_is_told_with_its_line() {
        var faults = faults("""
                WEBVTT

                00:02.000 --> 00:01.000
                backwards

                0:1 --> 0:2
                badly written

                00:61:00.000 --> 00:62:00.000
                sixty-one minutes
                """);

        assertThat(faults)
                .extracting(LocalText::en)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Line 3: the end"),
                        second -> assertThat(second).startsWith("Line 6: the times"),
                        third -> assertThat(third).startsWith("Line 9: the time is out of range"));
        assertThat(faults).extracting(LocalText::zh).allMatch(text -> text.startsWith("第 "));
    }

    @Test
    void equal_start_and_end_are_a_fault() {
        assertThat(faults("00:02.000 --> 00:02.000\nx\n")).hasSize(1);
    }

    @Test
    void text_without_captions_is_refused() {
        assertThat(faults("")).hasSize(1);
        assertThat(faults("WEBVTT\n\nhello")).hasSize(1);
    }

    @Test
    void at_most_twenty_faults_are_named() {
        assertThat(faults("00:02.000 --> 00:01.000\nx\n\n".repeat(50))).hasSize(20);
    }

    @Test
    void limits_hold_exactly() {
        assertThat(CaptionText.read("00:01.000 --> 00:02.000\nx\n\n".repeat(5_000)))
                .isInstanceOf(Clean.class);
        assertThat(faults("00:01.000 --> 00:02.000\nx\n\n".repeat(5_001))).hasSize(1);
        assertThat(CaptionText.read("00:01.000 --> 00:02.000\n" + "字".repeat(1_000)))
                .isInstanceOf(Clean.class);
        assertThat(faults("00:01.000 --> 00:02.000\n" + "字".repeat(1_001))).hasSize(1);
        assertThat(CaptionText.read("23:59:59.000 --> 24:00:00.000\nx")).isInstanceOf(Clean.class);
        assertThat(faults("23:59:59.000 --> 24:00:00.001\nx")).hasSize(1);
    }

    @Test
    void no_text_whatever_smuggles_markup_through() {
        for (String hostile : new String[] {
            "<img src=x onerror=alert(1)>",
            "<<b>script>",
            "&lt;script&gt;",
            "<b onclick=x>y</b>",
            "<c.x><ruby>z",
            "a-->b"
        }) {
            String body = clean("00:01.000 --> 00:02.000\nsafe " + hostile + "\n");

            assertThat(body.substring(body.indexOf("safe")).replaceAll("</?[biu]>", ""))
                    .as(hostile)
                    .doesNotContain("<")
                    .doesNotContain(">");
        }
    }

    private static String clean(String text) {
        return ((Clean) CaptionText.read(text)).webVtt();
    }

    private static java.util.List<LocalText> faults(String text) {
        return ((Faulty) CaptionText.read(text)).faults();
    }
}
