package cn.jiangxue.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.StatedRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditorTest {

    @TempDir
    Path folder;

    private SampleExport site;
    private String heads;
    private String original;
    private String said = "";

    @BeforeEach
    void carryAway() {
        site = new SampleExport(folder);
        heads = site.heads(10, 20, 40);
        original = site.leaves("original.leaves", site.leaves());
    }

    @Test
    void an_honest_log_and_statement_hold() {
        int code = audit(
                "verify",
                "--head",
                heads,
                "--key",
                site.key().written(),
                "--leaves",
                site.leafPages("leaves.json", site.leaves()),
                "--records",
                site.recordPage("records.json"),
                "--statement",
                site.statement("statement.json", site.records, site.head(40)));

        assertThat(said)
                .doesNotContain("FAILS", "not checked")
                .contains("3 heads are validly signed", "40 entries, 82 available");
        assertThat(code).isZero();
    }

    @Test
    void an_entry_edited_in_its_record_is_named() {
        site.records.set(
                17, new StatedRecord(17, site.records.get(17).salt(), SampleExport.form(18, 9_999), List.of()));

        assertThat(audit("verify", "--head", heads, "--leaves", original, "--records", site.recordPage("r.json")))
                .isEqualTo(1);
        assertThat(said).contains("the entry of index 17 was edited", "id-17", "sequence number 18");
    }

    @Test
    void an_entry_dropped_and_entries_exchanged_are_named() {
        StatedRecord fifth = site.records.get(5);
        site.records.set(5, new StatedRecord(5, "", "", List.of()));
        assertThat(audit("verify", "--head", heads, "--leaves", original, "--records", site.recordPage("r.json")))
                .isEqualTo(1);
        assertThat(said).contains("the entry of index 5 was dropped");

        site.records.set(
                5,
                new StatedRecord(
                        5, site.records.get(30).salt(), site.records.get(30).canonical(), List.of()));
        site.records.set(30, new StatedRecord(30, fifth.salt(), fifth.canonical(), List.of()));
        assertThat(audit("verify", "--head", heads, "--leaves", original, "--records", site.recordPage("r.json")))
                .isEqualTo(1);
        assertThat(said).contains("the entry of index 5 was reordered, together with index 30");
    }

    @Test
    void a_log_rewritten_as_a_whole_is_caught_by_the_head_and_the_first_change_named_by_what_was_carried_away() {
        List<Hash> rewritten = new ArrayList<>(site.leaves());
        rewritten.remove(12);
        String forged = site.leaves("forged.leaves", rewritten);

        assertThat(audit("verify", "--head", heads, "--leaves", forged)).isEqualTo(1);
        assertThat(said).contains("an index from 10 up to but not including 20");
        assertThat(audit("verify", "--head", heads, "--leaves", forged, "--original", original))
                .isEqualTo(1);
        assertThat(said).contains("the entry of index 12 was dropped");
        assertThat(audit("compare", original, forged)).isEqualTo(1);
        assertThat(said).contains("the entry of index 12 was dropped");
    }

    @Test
    void exports_are_compared() {
        String shorter = site.leaves("shorter.leaves", site.leaves().subList(0, 30));
        List<Hash> swapped = new ArrayList<>(site.leaves());
        Collections.swap(swapped, 3, 8);

        assertThat(audit("compare", shorter, original)).isZero();
        assertThat(audit("compare", original, site.leaves("swapped.leaves", swapped)))
                .isEqualTo(1);
        assertThat(said).contains("the entry of index 3 was reordered, together with index 8");
    }

    @Test
    void a_statement_with_an_edited_entry_is_refused_and_the_entry_named() {
        List<StatedRecord> shown = new ArrayList<>(site.records);
        shown.set(6, new StatedRecord(6, shown.get(6).salt(), SampleExport.form(7, 70_000), List.of()));

        assertThat(audit(
                        "verify",
                        "--head",
                        heads,
                        "--statement",
                        site.statement("statement.json", shown, site.head(40))))
                .isEqualTo(1);
        assertThat(said).contains("Entry 7 does not stand under the head").doesNotContain("Entry 6 ");
    }

    @Test
    void a_statement_under_another_history_is_told_apart() {
        site.records.set(0, new StatedRecord(0, "%032x".formatted(77), SampleExport.form(1, 100), List.of()));

        assertThat(audit(
                        "verify",
                        "--head",
                        heads,
                        "--statement",
                        site.statement("statement.json", site.records, site.head(40))))
                .isEqualTo(1);
        assertThat(said).contains("is not of the log whose head you hold");
    }

    @Test
    void a_head_of_another_key_is_refused() {
        assertThat(audit(
                        "verify",
                        "--head",
                        heads,
                        "--key",
                        new SampleExport(folder).key().written()))
                .isEqualTo(1);
        assertThat(said).contains("was not signed by a key that was given");
    }

    @Test
    void what_cannot_be_used_is_said_with_code_2() {
        assertThat(audit()).isEqualTo(2);
        assertThat(audit("dance")).isEqualTo(2);
        assertThat(audit("verify", "--leaves", original)).isEqualTo(2);
        assertThat(audit("verify", "--head", original)).isEqualTo(2);
        assertThat(audit("verify", "--head", heads, "--leaves", site.write("x.json", "{")))
                .isEqualTo(2);
        assertThat(audit("verify", "--head", heads, "--key", "a+b+c")).isEqualTo(2);
        assertThat(audit("verify", "--head", heads, "--statement", site.write("y.json", "no")))
                .isEqualTo(2);
        assertThat(audit("compare", original)).isEqualTo(2);
        assertThat(said).contains("./audit compare");
    }

    @Test
    void it_speaks_chinese_and_both_languages_are_complete() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AuditorMain.run(
                List.of("--zh", "compare", original, original), new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("［相符］", "结论：所查各项全部相符。");
        assertThat(texts("words").stringPropertyNames())
                .isEqualTo(texts("words_en").stringPropertyNames());
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (var reader = new InputStreamReader(
                AuditorTest.class.getResourceAsStream("/auditor/" + name + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private int audit(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addFirst("--en");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = AuditorMain.run(all, new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
        return code;
    }
}
