package cn.jiangxue.content.transcode.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SourceFactsTest {

    private static final String PICTURE = "'codec_type':'video','width':1920,'height':1080";

    @Test
    void the_usual_file_is_read() {
        var facts = SourceFacts.read(json("{'streams':[{" + PICTURE + ",'avg_frame_rate':'30000/1001'},"
                + "{'codec_type':'audio'}],'format':{'duration':'61.250000'}}"));

        assertThat(facts).contains(new SourceFacts(1920, 1080, "30000/1001", true, 61_250));
    }

    @Test
    void a_phone_held_upright_gives_an_upright_video() {
        var facts = SourceFacts.read(json("{'streams':[{" + PICTURE + ",'side_data_list':[{'rotation':-90}]}]}"))
                .orElseThrow();
        var older = SourceFacts.read(json("{'streams':[{" + PICTURE + ",'tags':{'rotate':'270'}}]}"))
                .orElseThrow();

        assertThat(facts.width()).isEqualTo(1080);
        assertThat(facts.height()).isEqualTo(1920);
        assertThat(older.width()).isEqualTo(1080);
        assertThat(SourceFacts.read(json("{'streams':[{" + PICTURE + ",'side_data_list':[{'rotation':180}]}]}"))
                        .orElseThrow()
                        .width())
                .isEqualTo(1920);
    }

    @Test
    void pixels_that_are_not_square_are_counted_as_they_are_shown() {
        var facts = SourceFacts.read(json(
                        "{'streams':[{'codec_type':'video','width':1440,'height':1080,'sample_aspect_ratio':'4:3'}]}"))
                .orElseThrow();

        assertThat(facts.width()).isEqualTo(1920);
        assertThat(aspect("0:1")).isEqualTo(1920);
        assertThat(aspect("99999:1")).isEqualTo(1920);
        assertThat(aspect("N/A")).isEqualTo(1920);
    }

    @Test
    void fast_and_absurd_frame_rates_are_brought_to_sense() {
        assertThat(rate("60/1")).isEqualTo("30/1");
        assertThat(rate("25/1")).isEqualTo("25/1");
        assertThat(rate("30/1")).isEqualTo("30/1");
        assertThat(rate("90000/1")).isEqualTo("25/1");
        assertThat(rate("0/0")).isEqualTo("25/1");
        assertThat(rate("1/2")).isEqualTo("25/1");
        assertThat(rate("x")).isEqualTo("25/1");
    }

    @Test
    void a_cover_picture_is_no_video() {
        assertThat(SourceFacts.read(json("{'streams':[{" + PICTURE + ",'disposition':{'attached_pic':1}}]}")))
                .isEmpty();
        assertThat(SourceFacts.read(json("{'streams':[{'codec_type':'audio'}]}")))
                .isEmpty();
        assertThat(SourceFacts.read(json("{'streams':[{'codec_type':'video','width':0,'height':9}]}")))
                .isEmpty();
        assertThat(SourceFacts.read(json("{}"))).isEmpty();
    }

    @Test
    void a_length_the_file_does_not_tell_is_zero() {
        assertThat(length("{'streams':[{" + PICTURE + "}],'format':{}}")).isZero();
        assertThat(length("{'streams':[{" + PICTURE + "}],'format':{'duration':'N/A'}}"))
                .isZero();
        assertThat(length("{'streams':[{" + PICTURE + "}],'format':{'duration':'-5'}}"))
                .isZero();
        assertThat(length("{'streams':[{" + PICTURE + ",'duration':'2.5'}]}")).isEqualTo(2_500);
    }

    private static long length(String text) {
        return SourceFacts.read(json(text)).orElseThrow().durationMillis();
    }

    private static int aspect(String ratio) {
        return SourceFacts.read(json("{'streams':[{" + PICTURE + ",'sample_aspect_ratio':'" + ratio + "'}]}"))
                .orElseThrow()
                .width();
    }

    private static String rate(String stated) {
        return SourceFacts.read(json("{'streams':[{" + PICTURE + ",'avg_frame_rate':'" + stated + "'}]}"))
                .orElseThrow()
                .frameRate();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
