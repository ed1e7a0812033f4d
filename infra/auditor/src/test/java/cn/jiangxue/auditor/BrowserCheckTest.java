package cn.jiangxue.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import cn.jiangxue.proof.StatedRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check that runs in browsers, which is written a second time, against the same sample; where Node is at hand. */
class BrowserCheckTest {

    private static final Path CHECK = Path.of("../../ui/src/main/resources/META-INF/resources/jx/proof-check.js");

    /** Prints each step for all pages of the statement, then for each entry, as {@code name=ok}. */
    private static final String RUN = """
            import {check} from './proof-check.mjs';
            import fs from 'node:fs';
            const pages = fs.readFileSync('statement.json', 'utf8').split('\\n').map(page => JSON.parse(page));
            const key = fs.readFileSync('key.txt', 'utf8');
            const head = {note: pages[0].head.note, size: 40};
            head.rootHash = Buffer.from(head.note.split('\\n')[2], 'base64').toString('hex');
            const whole = pages.map(page => ({...page, head, log: {keys: [key]}}));
            const print = steps => console.log(steps.map(step => step.name + '=' + step.ok).join(' '));
            print(await check(whole, key));
            for (const record of pages.flatMap(page => page.entries))
              print(await check({form: 'jiangxue-proof/1', head, log: whole[0].log, record}, ''));
            """;

    @TempDir
    Path folder;

    private SampleExport site;

    @BeforeEach
    void export() throws IOException {
        site = new SampleExport(folder);
        site.write("key.txt", site.key().written());
        site.write("run.mjs", RUN);
        Files.copy(CHECK, folder.resolve("proof-check.mjs"));
    }

    @Test
    void an_honest_statement_and_every_proof_in_it_hold() throws Exception {
        site.statement("statement.json", site.records, site.head(40));

        List<String> said = run();

        assertThat(said.getFirst()).isEqualTo("head=true signature=true inclusion=true sequence=true sum=true");
        assertThat(said.subList(1, said.size()))
                .hasSize(SampleExport.ENTRIES)
                .containsOnly("head=true signatureOwn=true inclusion=true");
    }

    @Test
    void an_edited_entry_is_found() throws Exception {
        List<StatedRecord> shown = new ArrayList<>(site.records);
        shown.set(6, new StatedRecord(6, shown.get(6).salt(), SampleExport.form(7, 70_000), List.of()));
        site.statement("statement.json", shown, site.head(40));

        List<String> said = run();

        assertThat(said.getFirst()).isEqualTo("head=true signature=true inclusion=false sequence=true sum=false");
        assertThat(said.subList(1, said.size()))
                .filteredOn(steps -> steps.contains("inclusion=false"))
                .hasSize(1);
    }

    @Test
    void another_key_and_a_missing_entry_are_found() throws Exception {
        List<StatedRecord> shown = new ArrayList<>(site.records);
        shown.remove(3);
        site.statement("statement.json", shown, site.head(40));
        site.write("key.txt", new SampleExport(folder).key().written());

        assertThat(run().getFirst()).isEqualTo("head=true signature=false inclusion=true sequence=false");
    }

    private List<String> run() throws IOException, InterruptedException {
        Process node;
        try {
            node = new ProcessBuilder("node", "run.mjs")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            System.out.println("SKIPPED: Node is not at hand, so the check of the browser was not run here");
            return abort("no Node");
        }
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as(said).isZero();
        return said.lines().toList();
    }
}
