package cn.jiangxue.learning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.LearningApi.ImportFormat;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.learning.RosterFile.Entry;
import cn.jiangxue.platform.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

class RosterFileTest {

    private static final String SHEET = "姓名,login,班组\n王师傅,wang.shifu,一班\n,,\n李工,13800138000,\"二班,夜\"\n";

    @Test
    void a_csv_is_read_in_utf8_with_or_without_a_mark_and_in_gbk() {
        Entry[] both = {new Entry(2, "wang.shifu"), new Entry(4, "13800138000")};

        assertThat(csv(SHEET.getBytes(UTF_8))).containsExactly(both);
        assertThat(csv(("\ufeff" + SHEET).getBytes(UTF_8))).containsExactly(both);
        assertThat(csv(SHEET.getBytes(Charset.forName("GBK")))).containsExactly(both);
        assertThat(csv(SHEET.replace("login", "账号").getBytes(Charset.forName("GBK"))))
                .containsExactly(both);
    }

    @Test
    void windows_line_ends_and_a_quoted_line_break_keep_the_line_numbers_right() {
        assertThat(csv("login,note\r\na1,\"two\r\nlines\"\r\nb2,\r\n".getBytes(UTF_8)))
                .containsExactly(new Entry(2, "a1"), new Entry(4, "b2"));
    }

    @Test
    void a_workbook_is_read_and_a_phone_number_stays_a_number() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("名单");
            sheet.value(0, 0, "姓名");
            sheet.value(0, 1, "Login");
            sheet.value(1, 0, "王师傅");
            sheet.value(1, 1, "wang.shifu");
            sheet.value(3, 1, 13800138000L);
        }

        assertThat(RosterFile.read(ImportFormat.XLSX, out.toByteArray()))
                .containsExactly(new Entry(2, "wang.shifu"), new Entry(4, "13800138000"));
    }

    @Test
    void a_file_without_the_column_or_without_rows_is_refused_in_words() {
        refused(() -> csv("name\nx\n".getBytes(UTF_8)), ProblemCode.INVALID_FIELDS);
        refused(() -> csv("login\n\n".getBytes(UTF_8)), ProblemCode.INVALID_FIELDS);
        refused(() -> csv(new byte[0]), ProblemCode.INVALID_FIELDS);
        refused(() -> csv(new byte[] {(byte) 0xff, (byte) 0xff, 'a'}), ProblemCode.INVALID_FIELDS);
        refused(() -> csv("login\n\"open".getBytes(UTF_8)), ProblemCode.INVALID_FIELDS);
        refused(() -> RosterFile.read(ImportFormat.XLSX, "no zip".getBytes(UTF_8)), ProblemCode.INVALID_FIELDS);
    }

    @Test
    void what_is_too_large_is_refused_packed_or_unpacked() throws Exception {
        var bomb = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] blank = new byte[1024 * 1024];
            for (int i = 0; i < 64; i++) {
                zip.write(blank);
            }
        }

        refused(() -> csv(new byte[RosterFile.MAX_BYTES + 1]), ProblemCode.TOO_LARGE);
        refused(() -> csv(("login\n" + "someone\n".repeat(5_001)).getBytes(UTF_8)), ProblemCode.TOO_LARGE);
        assertThat(bomb.size()).isLessThan(RosterFile.MAX_BYTES);
        refused(() -> RosterFile.read(ImportFormat.XLSX, bomb.toByteArray()), ProblemCode.TOO_LARGE);
    }

    private static java.util.List<Entry> csv(byte[] file) {
        return RosterFile.read(ImportFormat.CSV, file);
    }

    private static void refused(ThrowingCallable reading, ProblemCode code) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
