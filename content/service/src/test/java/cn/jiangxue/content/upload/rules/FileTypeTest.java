package cn.jiangxue.content.upload.rules;

import static cn.jiangxue.content.contract.MediaApi.UploadKind.EVIDENCE;
import static cn.jiangxue.content.contract.MediaApi.UploadKind.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.contract.MediaApi.UploadKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.tika.Tika;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

    private final Tika tika = new Tika();

    @ParameterizedTest
    @CsvSource({
        "VIDEO, MP4, 0000001c66747970 69736f6d 00000200",
        "VIDEO, MP4, 0000001866747970 6d703432 00000000",
        "VIDEO, MP4, 0000001866747970 33677034 00000000",
        "VIDEO, QUICKTIME, 0000001466747970 71742020 20050300",
        "VIDEO, QUICKTIME, 00000008 77696465 00000000 6d646174",
        "VIDEO, MATROSKA, 1a45dfa3 9f4286810142f7810142f2810442f381084282886d6174726f736b61",
        "VIDEO, MATROSKA, 1a45dfa3 9f4286810142f7810142f2810442f3810842828477656 26d4287810442858102",
        "VIDEO, AVI, 52494646 10000000 41564920 4c495354",
        "VIDEO, FLASH_VIDEO, 464c5601 05000000 09",
        "VIDEO, WINDOWS_MEDIA, 3026b2758e66cf11a6d900aa0062ce6c",
        "EVIDENCE, JPEG, ffd8ffe000104a464946000101",
        "EVIDENCE, PNG, 89504e470d0a1a0a0000000d49484452",
        "EVIDENCE, WEBP, 52494646 10000000 57454250 56503820",
        "EVIDENCE, HEIC, 0000001866747970 68656963 00000000",
        "EVIDENCE, PDF, 255044462d312e370a25e2e3cfd3",
    })
    void each_type_we_take_is_known_by_its_first_bytes(UploadKind kind, FileType expected, String hex) {
        byte[] head = bytes(hex);

        assertThat(FileType.of(kind, head, tika.detect(head))).contains(expected);
        assertThat(FileType.of(kind == VIDEO ? EVIDENCE : VIDEO, head, tika.detect(head)))
                .as("never taken as the other kind")
                .isEmpty();
    }

    @Test
    void a_transport_stream_needs_five_packets_in_step() {
        byte[] head = new byte[188 * 5];
        for (int i = 0; i < 5; i++) {
            head[i * 188] = 0x47;
        }

        assertThat(FileType.of(VIDEO, head, tika.detect(head))).contains(FileType.TRANSPORT_STREAM);
        head[188 * 4] = 0;
        assertThat(FileType.of(VIDEO, head, tika.detect(head))).isEmpty();
        assertThat(FileType.of(VIDEO, Arrays.copyOf(head, 188 * 4), tika.detect(head)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n'",
        "'ffconcat version 1.0\nfile /etc/passwd\n'",
        "'<html><script>alert(1)</script></html>'",
        "'<svg xmlns=\"http://www.w3.org/2000/svg\"/>'",
        "'v=0\no=- 0 0 IN IP4 127.0.0.1\n'",
        "'MZ'",
        "''",
    })
    void what_we_do_not_take_is_refused_whatever_it_is_called(String content) {
        byte[] head = content.getBytes(StandardCharsets.UTF_8);

        assertThat(FileType.of(VIDEO, head, tika.detect(head))).isEmpty();
        assertThat(FileType.of(EVIDENCE, head, tika.detect(head))).isEmpty();
    }

    @Test
    void both_readers_must_agree() {
        byte[] pdf = bytes("255044462d312e370a");

        assertThat(FileType.of(EVIDENCE, pdf, "text/html")).isEmpty();
        assertThat(FileType.of(EVIDENCE, bytes("00255044462d"), "application/pdf"))
                .isEmpty();
        assertThat(FileType.PDF.contentType()).isEqualTo("application/pdf");
    }

    private static byte[] bytes(String hex) {
        return java.util.HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
