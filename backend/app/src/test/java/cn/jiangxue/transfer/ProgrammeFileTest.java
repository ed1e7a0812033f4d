package cn.jiangxue.transfer;

import static cn.jiangxue.transfer.RuleBookFixture.PATIENCE;
import static cn.jiangxue.transfer.RuleBookFixture.institution;
import static cn.jiangxue.transfer.RuleBookFixture.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraft;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftState;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeEdit;
import cn.jiangxue.contract.ProgrammesApi.ProgrammePublication;
import cn.jiangxue.contract.RuleBookApi.EntryResult;
import cn.jiangxue.contract.RuleBookApi.EntryRow;
import cn.jiangxue.contract.RuleBookApi.RuleUpload;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A programme that comes by file goes the way of one that was written in the pages: it needs two. Over the real store. */
class ProgrammeFileTest {

    private static final String PROGRAMME = "mechatronics-diploma";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String FILE = """
            clauses: {c: {text: {zh: 样例第一条, en: 'Sample, article 1'}, source: SAMPLE}}
            programmes:
              - {id: %s, version: %d, name: {zh: 机电一体化, en: Mechatronics}, institution: %s, credits: %d,
                 effectiveFrom: 2027-01-01, categories: {elective: {zh: 选修, en: Electives}},
                 targets: [{id: t-1, name: {zh: 制图, en: Drawing}, credits: 4, category: elective}],
                 clause: c, wording: {zh: 一, en: one}%s}
            """;

    private final Caller writer = officer("jiangdong-vocational");
    private final Caller reader = officer("jiangdong-vocational");
    private RuleBookFixture all;

    @BeforeEach
    void open() {
        all = new RuleBookFixture().withSample();
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void a_file_opens_a_draft_and_only_a_second_person_makes_it_a_version() {
        assertThat(bringIn(writer, file(2, 130)).result()).isEqualTo(EntryResult.ADDED);
        assertThat(all.programmes.find(PROGRAMME, 2).block(PATIENCE)).isNull();
        ProgrammeDraft draft = draft(writer);
        assertThat(draft.summary().state()).isEqualTo(ProgrammeDraftState.DRAFT);
        assertThat(draft.own()).isTrue();

        all.steps.submit(writer, PROGRAMME, 2, draft.revision()).block(PATIENCE);

        assertThat(published(writer)).isEqualTo(ProblemCode.PROGRAMME_SECOND_PERSON);
        assertThat(published(reader)).isNull();
        assertThat(all.programmes.find(PROGRAMME, 2).block(PATIENCE).hash()).isEqualTo(draft.hash());
    }

    @Test
    void a_dry_run_foresees_the_same_and_writes_nothing() {
        assertThat(dry(writer, file(2, 130)).result()).isEqualTo(EntryResult.ADDED);
        assertThat(all.draftReads.page(writer, null).block(PATIENCE).items()).isEmpty();

        save(reader, 140);
        assertThat(dry(writer, file(2, 130)).result()).isEqualTo(EntryResult.FILLED);
        assertThat(draft(reader).revision()).isEqualTo(1);
    }

    @Test
    void the_same_file_again_changes_nothing_before_and_after_it_was_published() {
        bringIn(writer, file(2, 130));
        assertThat(bringIn(reader, file(2, 130)).result()).isEqualTo(EntryResult.SAME);
        assertThat(draft(reader).own())
                .as("who only brings the same has written none of it")
                .isFalse();
        all.steps.submit(writer, PROGRAMME, 2, 1).block(PATIENCE);
        assertThat(bringIn(reader, file(2, 130)).result()).isEqualTo(EntryResult.SAME);
        assertThat(published(reader)).isNull();

        assertThat(bringIn(writer, file(2, 130)).result()).isEqualTo(EntryResult.SAME);
        assertThat(refused(writer, file(2, 131))).contains("已经存在而且内容不同");
        assertThat(bringIn(writer, file(3, 131)).result()).isEqualTo(EntryResult.ADDED);
    }

    @Test
    void what_a_colleague_began_is_filled_and_then_neither_of_the_two_publishes() {
        save(reader, 140);

        assertThat(bringIn(writer, file(2, 130)).result()).isEqualTo(EntryResult.FILLED);

        ProgrammeDraft filled = draft(writer);
        assertThat(filled.content().totalMilli()).isEqualTo(130_000);
        all.steps.submit(writer, PROGRAMME, 2, filled.revision()).block(PATIENCE);
        assertThat(published(reader)).isEqualTo(ProblemCode.PROGRAMME_SECOND_PERSON);
        assertThat(published(writer)).isEqualTo(ProblemCode.PROGRAMME_SECOND_PERSON);
        assertThat(published(officer("jiangdong-vocational"))).isNull();
    }

    @Test
    void what_was_handed_over_is_not_changed_by_a_file_and_it_says_what_to_do() {
        bringIn(writer, file(2, 130));
        all.steps.submit(writer, PROGRAMME, 2, 1).block(PATIENCE);

        assertThat(refused(writer, file(2, 150))).contains("待复核");
        assertThat(draft(writer).content().totalMilli()).isEqualTo(130_000);
    }

    @Test
    void what_was_given_up_is_begun_anew() {
        bringIn(writer, file(2, 130));
        all.steps.abandon(writer, PROGRAMME, 2, 1).block(PATIENCE);

        assertThat(bringIn(reader, file(2, 150)).result()).isEqualTo(EntryResult.ADDED);
        assertThat(draft(writer).own()).isFalse();
    }

    @Test
    void a_file_is_held_to_the_check_to_the_order_of_versions_and_to_its_institution() {
        String twice =
                ", years: [{id: y, from: 2027-01-01, until: 2028-01-01}, {id: y, from: 2027-01-01, until: 2028-01-01}]";

        assertThat(refused(writer, FILE.formatted(PROGRAMME, 2, "jiangdong-vocational", 130, twice)))
                .contains("years[1].id")
                .contains("years[1].from");
        assertThat(refused(writer, file(3, 130))).contains("2");
        assertThat(refused(writer, FILE.formatted(PROGRAMME, 2, "linjiang-university", 130, "")))
                .contains("只能由授予机构自己起草");
        assertThat(all.draftReads.page(writer, null).block(PATIENCE).items()).isEmpty();
    }

    @Test
    void an_id_of_another_institution_is_not_taken_whether_published_or_drafted() {
        Caller university = officer("linjiang-university");
        bringIn(writer, FILE.formatted("brand-new", 1, "jiangdong-vocational", 130, ""));

        for (String id : List.of(PROGRAMME, "brand-new")) {
            int version = id.equals(PROGRAMME) ? 2 : 1;
            String file = FILE.formatted(id, version, "linjiang-university", 130, "");
            EntryRow row = row(university, "linjiang-university", file, true);
            assertThat(row.problem().zh()).contains(id);
            assertThat(row(university, "linjiang-university", file, false).problem())
                    .isEqualTo(row.problem());
        }
    }

    private static String file(int version, int credits) {
        return FILE.formatted(PROGRAMME, version, "jiangdong-vocational", credits, "");
    }

    private EntryRow bringIn(Caller caller, String file) {
        return row(caller, "jiangdong-vocational", file, false);
    }

    private EntryRow dry(Caller caller, String file) {
        return row(caller, "jiangdong-vocational", file, true);
    }

    private String refused(Caller caller, String file) {
        EntryRow row = bringIn(caller, file);
        assertThat(row.result()).isEqualTo(EntryResult.REFUSED);
        assertThat(row.problem().en()).doesNotContainPattern("\\p{IsHan}");
        return row.problem().zh();
    }

    private EntryRow row(Caller caller, String key, String file, boolean dryRun) {
        var report = all.uploads
                .bringIn(caller, new RuleUpload(institution(key), file, dryRun))
                .block(PATIENCE);
        assertThat(report.added() + report.same() + report.refused()).isEqualTo(1);
        return report.rows().getFirst();
    }

    private void save(Caller caller, int credits) {
        WrittenProgramme written = new WrittenProgramme();
        written.totalMilli = credits * 1_000L;
        all.drafting
                .save(caller, PROGRAMME, 2, new ProgrammeEdit(written.content(), 0))
                .block(PATIENCE);
    }

    private ProgrammeDraft draft(Caller caller) {
        return all.draftReads.find(caller, PROGRAMME, 2).block(PATIENCE);
    }

    /** Null when it was. */
    private ProblemCode published(Caller caller) {
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class,
                () -> all.steps
                        .publish(
                                caller,
                                PROGRAMME,
                                2,
                                new ProgrammePublication(draft(caller).hash(), TODAY.plusDays(60)))
                        .block(PATIENCE));
        return refusal == null ? null : refusal.code();
    }
}
