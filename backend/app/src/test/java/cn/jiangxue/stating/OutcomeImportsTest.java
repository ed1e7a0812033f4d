package cn.jiangxue.stating;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.jiangxue.contract.CreditApi.Outcome;
import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.IdentityApi.ConsentKind;
import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.IdentityApi.RealName;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StatingApi;
import cn.jiangxue.contract.StatingApi.Import;
import cn.jiangxue.contract.StatingApi.ImportState;
import cn.jiangxue.contract.StatingApi.Row;
import cn.jiangxue.contract.StatingApi.RowResult;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.Site.SignedIn;
import cn.jiangxue.testing.WholeBackend;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;

/** Files of outcomes through the real routes: tried, run, run again, and refused row by row. */
@WholeBackend
class OutcomeImportsTest {

    @Autowired
    Site site;

    private ImportsFixture fixture;
    private PersonView li;

    @BeforeEach
    void people() {
        fixture = new ImportsFixture(site);
        li = fixture.learner();
    }

    @Test
    void a_dry_run_answers_every_row_and_changes_nothing_and_its_file_is_run_without_sending_it_again() {
        String file = ImportsFixture.HEADER + ImportsFixture.row("A-1", li) + ImportsFixture.row("A-2", li);

        Import dry = fixture.ended(file, true);

        assertThat(dry.state()).isEqualTo(ImportState.DONE);
        assertThat(tuple(dry.rows(), dry.accepted(), dry.already(), dry.refused()))
                .isEqualTo(tuple(2, 2, 0, 0));
        assertThat(outcomes(li)).isEmpty();

        UUID real = UUID.randomUUID();
        ImportsFixture.answer(fixture.officer.put(
                fixture.announced(file.getBytes(UTF_8), false, dry.id()), "/api/outcome-imports/{id}", real));
        ImportsFixture.answer(fixture.officer.post(null, "/api/outcome-imports/{id}/start", real));

        assertThat(fixture.ended(real).accepted()).isEqualTo(2);
        assertThat(outcomes(li))
                .extracting(Outcome::type)
                .containsOnly(OutcomeType.TRAINING)
                .hasSize(2);
    }

    @Test
    void the_same_file_again_changes_nothing_and_other_content_under_a_number_is_a_conflict() {
        String first = ImportsFixture.HEADER + ImportsFixture.row("A-1", li) + ImportsFixture.row("A-2", li);
        fixture.ended(first, false);
        List<Outcome> before = outcomes(li);

        Import again = fixture.ended(first, false);
        Import other = fixture.ended(
                ImportsFixture.HEADER + ImportsFixture.row("A-1", li.userName(), li.displayName(), "另一门培训"), false);

        assertThat(tuple(again.accepted(), again.already(), again.refused())).isEqualTo(tuple(0, 2, 0));
        Row refused = fixture.rows(other.id(), true).getFirst();
        assertThat(refused.faults().getFirst().column()).isEqualTo("number");
        assertThat(refused.faults().getFirst().why().en()).contains("conflict");
        assertThat(refused.faults().getFirst().next().zh()).isNotBlank();
        assertThat(outcomes(li)).isEqualTo(before);
    }

    @Test
    void rows_that_stand_twice_in_a_file_count_once() {
        Import run = fixture.ended(
                ImportsFixture.HEADER
                        + ImportsFixture.row("A-1", li)
                        + ImportsFixture.row("A-1", li)
                        + ImportsFixture.row("A-1", li.userName(), li.displayName(), "别的"),
                false);

        assertThat(tuple(run.accepted(), run.already(), run.refused())).isEqualTo(tuple(1, 1, 1));
        assertThat(outcomes(li)).hasSize(1);
    }

    @Test
    void strangers_wrong_names_and_people_of_others_have_the_same_answer() {
        PersonView elsewhere = site.create(site.newUserName(), Role.LEARNER, site.employer());

        Import run = fixture.ended(
                ImportsFixture.HEADER
                        + ImportsFixture.row("A-1", "nobody.at.all", "无此人", "培训")
                        + ImportsFixture.row("A-2", li.userName(), "别的名字", "培训")
                        + ImportsFixture.row("A-3", elsewhere),
                true);

        List<Row> rows = fixture.rows(run.id(), true);
        assertThat(rows).hasSize(3);
        assertThat(rows).extracting(Row::faults).containsOnly(rows.getFirst().faults());
    }

    @Test
    void identity_number_and_real_name_together_find_people_of_other_employers_and_neither_alone() {
        SignedIn person = site.person(Role.LEARNER, site.employer());
        registered(person, "欧阳建华", "110105197503071236");
        String header = "成果编号,身份证号,姓名,成果类型,成果代码,成果名称,取得日期\n";

        Import run = fixture.ended(
                header
                        + "B-1,110105197503071236,欧阳建华,培训,T-1,安全培训,2026-06-30\n"
                        + "B-2,110105197503071236,欧阳建中,培训,T-1,安全培训,2026-06-30\n"
                        + "B-3,110105197503071237,欧阳建华,培训,T-1,安全培训,2026-06-30\n",
                false);

        List<Row> rows = fixture.rows(run.id(), false);
        assertThat(rows)
                .extracting(Row::line, Row::result)
                .containsExactly(
                        tuple(2, RowResult.ACCEPTED), tuple(3, RowResult.REFUSED), tuple(4, RowResult.REFUSED));
        assertThat(rows.toString()).doesNotContain("110105197503071236").doesNotContain("欧阳建华");
        assertThat(outcomesOf(person.client())).hasSize(1);
        assertThat(outcomesOf(person.client()).getFirst().details().number()).isEqualTo("B-1");
    }

    @Test
    void gbk_is_read_and_formulas_are_refused_and_exports_never_calculate() {
        String file = ImportsFixture.HEADER
                + ImportsFixture.row("A-1", li)
                + ImportsFixture.row("=1+1", li)
                + ImportsFixture.row("A-3", li.userName(), li.displayName(), "=HYPERLINK(1)")
                + ImportsFixture.row("-2", li);

        Import run = fixture.ended(
                fixture.send(file.getBytes(Charset.forName("GBK")), true).id());
        String csv = new String(
                fixture.officer
                        .get("/api/outcome-imports/{id}/results", run.id())
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent(),
                UTF_8);

        assertThat(tuple(run.accepted(), run.refused())).isEqualTo(tuple(1, 3));
        assertThat(fixture.rows(run.id(), true).get(1).faults().getFirst().column())
                .isEqualTo("title");
        assertThat(csv.lines()).hasSize(5);
        assertThat(csv).startsWith("\ufeff\"行\"").contains("\"'=1+1\"").contains("\"'-2\"");
        assertThat(csv).doesNotContain("\"=").doesNotContain("\"-");
    }

    @Test
    void a_workbook_is_read_like_csv_with_dates_as_dates_and_formulas_refused() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("成果");
            String[] header = ImportsFixture.HEADER.strip().split(",");
            String[] values = ImportsFixture.row("X-1", li).strip().split(",");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
                sheet.value(1, i, values[i]);
                sheet.value(2, i, values[i]);
            }
            sheet.value(1, 6, 16);
            sheet.value(1, 7, LocalDate.of(2026, 6, 30));
            sheet.style(1, 7).format("yyyy/m/d").set();
            sheet.formula(2, 6, "8*2");
        }

        Import run = fixture.ended(fixture.send(out.toByteArray(), false).id());

        assertThat(tuple(run.accepted(), run.refused())).isEqualTo(tuple(1, 1));
        assertThat(fixture.rows(run.id(), true).getFirst().faults())
                .extracting(fault -> fault.column())
                .containsExactly("hours");
        assertThat(outcomes(li).getFirst().attainedOn()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(outcomes(li).getFirst().classHours()).isEqualTo(16);
    }

    @Test
    void a_table_of_something_else_fails_with_the_columns_that_are_missing() {
        Import run = fixture.ended("姓名,备注\n王,x\n", true);

        assertThat(run.state()).isEqualTo(ImportState.FAILED);
        assertThat(run.problem().zh()).contains("成果编号").contains("身份证号").doesNotContain("备注");
        assertThat(fixture.ended(ImportsFixture.HEADER, true).problem().en()).contains("no rows");
    }

    @Test
    void parts_may_come_twice_and_in_any_order_but_only_whole_files_run() {
        byte[] file = (ImportsFixture.HEADER
                        + ImportsFixture.row("A-1", li)
                        + ("x".repeat(199) + "\n").repeat(2 * StatingApi.PART_BYTES / 200))
                .getBytes(UTF_8);
        List<byte[]> parts = ImportsFixture.parts(file);
        UUID id = UUID.randomUUID();
        ImportsFixture.answer(
                fixture.officer.put(fixture.announced(file, true, null), "/api/outcome-imports/{id}", id));
        ImportsFixture.answer(
                fixture.officer.put(fixture.announced(file, true, null), "/api/outcome-imports/{id}", id));

        part(id, 2, parts.get(2)).expectStatus().isOk();
        part(id, 0, parts.get(0)).expectStatus().isOk();
        part(id, 0, parts.get(0)).expectStatus().isOk();
        part(id, 0, parts.get(1)).expectStatus().isEqualTo(409);
        part(id, 1, new byte[3]).expectStatus().isBadRequest();
        part(id, 3, new byte[3]).expectStatus().isBadRequest();
        fixture.officer
                .post(null, "/api/outcome-imports/{id}/start", id)
                .expectStatus()
                .isEqualTo(409);
        part(id, 1, parts.get(1)).expectStatus().isOk();
        ImportsFixture.answer(fixture.officer.post(null, "/api/outcome-imports/{id}/start", id));
        ImportsFixture.answer(fixture.officer.post(null, "/api/outcome-imports/{id}/start", id));

        Import run = fixture.ended(id);
        assertThat(run.accepted()).isEqualTo(1);
        assertThat(run.rows()).isEqualTo(run.accepted() + run.refused());
        part(id, 1, parts.get(1)).expectStatus().isEqualTo(409);
    }

    @Test
    void what_does_not_match_its_announcement_is_not_run() {
        byte[] file = (ImportsFixture.HEADER + ImportsFixture.row("A-1", li)).getBytes(UTF_8);
        UUID id = UUID.randomUUID();
        ImportsFixture.answer(
                fixture.officer.put(fixture.announced(file, false, null), "/api/outcome-imports/{id}", id));
        byte[] other = file.clone();
        other[other.length - 3] ^= 1;
        part(id, 0, other).expectStatus().isOk();
        ImportsFixture.answer(fixture.officer.post(null, "/api/outcome-imports/{id}/start", id));

        assertThat(fixture.ended(id).state()).isEqualTo(ImportState.FAILED);
        assertThat(outcomes(li)).isEmpty();
    }

    @Test
    void officers_of_others_see_and_stop_nothing() {
        Import run = fixture.ended(ImportsFixture.HEADER + ImportsFixture.row("A-1", li), true);
        Client other = new ImportsFixture(site).officer;

        other.get("/api/outcome-imports/{id}", run.id()).expectStatus().isNotFound();
        other.get("/api/outcome-imports/{id}/rows", run.id()).expectStatus().isNotFound();
        other.get("/api/outcome-imports/{id}/results", run.id()).expectStatus().isNotFound();
        other.post(null, "/api/outcome-imports/{id}/cancellation", run.id())
                .expectStatus()
                .isNotFound();
        other.get("/api/outcome-imports?institution={i}", fixture.institution)
                .expectStatus()
                .isNotFound();
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec part(UUID id, int n, byte[] bytes) {
        return fixture.officer.put(bytes, "/api/outcome-imports/{id}/parts/{n}", id, n);
    }

    private static void registered(SignedIn person, String name, String number) {
        person.client()
                .put(
                        new cn.jiangxue.contract.IdentityApi.ConsentDecision(1, true),
                        "/api/me/consents/{kind}",
                        ConsentKind.REAL_NAME)
                .expectStatus()
                .isOk();
        person.client()
                .put(new RealName(name, number), "/api/me/real-name")
                .expectStatus()
                .isOk();
    }

    private List<Outcome> outcomes(PersonView person) {
        return outcomesOf(site.signIn(person.userName(), Site.PASSWORD).client());
    }

    private static List<Outcome> outcomesOf(Client client) {
        return client.get("/api/me/outcomes")
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Page<Outcome>>() {})
                .returnResult()
                .getResponseBody()
                .items();
    }
}
