package cn.jiangxue.content.upload.rules;

import static cn.jiangxue.content.contract.MediaApi.UploadKind.EVIDENCE;
import static cn.jiangxue.content.contract.MediaApi.UploadKind.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UploadLimitsTest {

    @Test
    void a_file_at_the_limit_is_taken_and_one_byte_more_is_not() {
        assertThat(UploadLimits.faults(VIDEO, "焊接.mp4", 4L << 30)).isEmpty();
        assertThat(UploadLimits.faults(VIDEO, "焊接.mp4", (4L << 30) + 1)).hasSize(1);
        assertThat(UploadLimits.faults(EVIDENCE, "证书.pdf", 20L << 20)).isEmpty();
        assertThat(UploadLimits.faults(EVIDENCE, "证书.pdf", (20L << 20) + 1))
                .first()
                .satisfies(fault -> assertThat(fault.reason().zh()).contains("20 MiB"));
        assertThat(UploadLimits.faults(EVIDENCE, "x", 1)).isEmpty();
        assertThat(UploadLimits.faults(EVIDENCE, "x", 0)).hasSize(1);
    }

    @Test
    void every_fault_is_named_at_once() {
        assertThat(UploadLimits.faults(VIDEO, "../x\n", 0))
                .extracting(UploadLimits.Fault::field)
                .containsExactly("fileName", "sizeBytes");
        assertThat(UploadLimits.faults(VIDEO, " ", 1)).hasSize(1);
        assertThat(UploadLimits.faults(VIDEO, "x".repeat(200), 1)).isEmpty();
        assertThat(UploadLimits.faults(VIDEO, "x".repeat(201), 1)).hasSize(1);
        assertThat(UploadLimits.faults(VIDEO, "a\\b", 1)).hasSize(1);
    }

    @Test
    void limits_of_number_are_those_stated() {
        assertThat(UploadLimits.openAtOnce(VIDEO)).isEqualTo(8);
        assertThat(UploadLimits.openAtOnce(EVIDENCE)).isEqualTo(20);
        assertThat(UploadLimits.openedPerDay(VIDEO)).isEqualTo(60);
        assertThat(UploadLimits.openedPerDay(EVIDENCE)).isEqualTo(100);
    }
}
