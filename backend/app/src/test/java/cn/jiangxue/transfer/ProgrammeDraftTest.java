package cn.jiangxue.transfer;

import static cn.jiangxue.transfer.RuleBookFixture.PATIENCE;
import static cn.jiangxue.transfer.RuleBookFixture.institution;
import static cn.jiangxue.transfer.RuleBookFixture.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraft;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftAct;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftState;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeEdit;
import cn.jiangxue.contract.ProgrammesApi.ProgrammePublication;
import cn.jiangxue.contract.RuleBookApi.BookChange;
import cn.jiangxue.contract.RuleBookApi.RuleBookChange;
import cn.jiangxue.contract.RuleBookApi.VersionState;
import cn.jiangxue.contract.StandardsApi.RowChange;
import cn.jiangxue.frameworks.RuleBookData;
import cn.jiangxue.frameworks.RuleBookData.ProgrammeVersion;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An institution revises its programme: from the draft to the day the new version holds, over the real store. */
class ProgrammeDraftTest {

    private static final String PROGRAMME = "mechatronics-diploma";
    private static final String REASON = "总学分与人才培养方案不一致。";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Caller writer = officer("jiangdong-vocational");
    private final Caller reader = officer("jiangdong-vocational");
    private final Caller stranger = officer("linjiang-university");
    private final WrittenProgramme programme = new WrittenProgramme();
    private RuleBookFixture all;

    @BeforeEach
    void open() {
        all = new RuleBookFixture().withSample();
        programme.totalMilli = 130_000;
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void a_second_person_publishes_and_the_older_version_ends_where_the_newer_one_begins() {
        LocalDate from = TODAY.plusDays(30);
        ProgrammeDraft draft = submitted();

        ProgrammeDraft published = publish(reader, draft, from).block(PATIENCE);

        assertThat(published.summary().state()).isEqualTo(ProgrammeDraftState.PUBLISHED);
        assertThat(published.acts()).isEmpty();
        assertThat(all.book
                        .programme(PROGRAMME, from.minusDays(1))
                        .block(PATIENCE)
                        .version())
                .isEqualTo(1);
        assertThat(all.book.programme(PROGRAMME, from).block(PATIENCE).version())
                .isEqualTo(2);
        assertThat(all.programmes.find(PROGRAMME, 2).block(PATIENCE).hash()).isEqualTo(draft.hash());
        assertThat(all.programmeReads.find(PROGRAMME, 1).block(PATIENCE).until())
                .isEqualTo(from);
        assertThat(all.programmeReads.find(PROGRAMME, 2).block(PATIENCE).state())
                .isEqualTo(VersionState.UPCOMING);
    }

    @Test
    void every_step_is_on_the_audit_record_and_the_public_record_names_the_publication_only() {
        ProgrammeDraft draft = submitted();
        publish(reader, draft, TODAY).block(PATIENCE);

        assertThat(all.record(PROGRAMME, 2))
                .extracting(RuleBookChange::what)
                .containsExactlyInAnyOrder(BookChange.PUBLISHED, BookChange.IMPORTED);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.audited)
                        .extracting(AuditFact::action)
                        .contains("programme.saved", "programme.submitted", "programme.published"));
        assertThat(all.audited)
                .filteredOn(fact -> fact.action().equals("programme.published"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.actorId()).isEqualTo(reader.personId());
                    assertThat(fact.facts()).containsEntry("hash", draft.hash());
                });
    }

    @Test
    void nobody_who_wrote_some_of_it_publishes() {
        draft();
        Caller third = officer("jiangdong-vocational");
        save(third, 2, 1).block(PATIENCE);
        ProgrammeDraft draft = view(all.steps.submit(writer, PROGRAMME, 2, 2));

        assertThat(refusal(publish(writer, draft, TODAY))).isEqualTo(ProblemCode.PROGRAMME_SECOND_PERSON);
        assertThat(refusal(publish(third, draft, TODAY))).isEqualTo(ProblemCode.PROGRAMME_SECOND_PERSON);
        assertThat(read(third).acts()).containsExactly(ProgrammeDraftAct.RETURN, ProgrammeDraftAct.ABANDON);
        assertThat(read(reader).acts()).contains(ProgrammeDraftAct.PUBLISH);
        assertThat(all.programmes.find(PROGRAMME, 2).block(PATIENCE)).isNull();
    }

    @Test
    void another_institution_neither_sees_nor_touches_it() {
        ProgrammeDraft draft = submitted();

        assertThat(refusal(all.draftReads.find(stranger, PROGRAMME, 2))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(save(stranger, 2, 2))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(all.steps.submit(stranger, PROGRAMME, 2, 2))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(all.steps.giveBack(stranger, PROGRAMME, 2, REASON))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(all.steps.abandon(stranger, PROGRAMME, 2, 2))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(publish(stranger, draft, TODAY))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(all.draftReads.compareDraft(stranger, PROGRAMME, 1, 2)))
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(all.draftReads.page(stranger, null).block(PATIENCE).items()).isEmpty();
        assertThat(all.draftReads.page(reader, null).block(PATIENCE).items())
                .singleElement()
                .satisfies(found -> assertThat(found.state()).isEqualTo(ProgrammeDraftState.REVIEW));
    }

    @Test
    void an_id_of_another_institution_is_not_taken_whether_published_or_drafted() {
        programme.institution = institution("linjiang-university");
        assertThat(refusal(save(stranger, 2, 0))).isEqualTo(ProblemCode.PROGRAMME_ID_TAKEN);

        programme.institution = institution("jiangdong-vocational");
        save(writer, "brand-new", 1, 0).block(PATIENCE);
        programme.institution = institution("linjiang-university");
        assertThat(refusal(save(stranger, "brand-new", 1, 0))).isEqualTo(ProblemCode.PROGRAMME_ID_TAKEN);
    }

    @Test
    void a_draft_may_be_unfinished_but_only_what_has_no_faults_is_submitted_and_each_is_named() {
        programme.name = new LocalText("未完成", "");
        programme.categories = Map.of();
        ProgrammeDraft draft = draft();

        ProblemException refusal = catchThrowableOfType(
                ProblemException.class,
                () -> all.steps.submit(writer, PROGRAMME, 2, 1).block(PATIENCE));

        assertThat(draft.faults()).isNotEmpty();
        assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_FIELDS);
        assertThat(refusal.fields()).hasSameSizeAs(draft.faults());
    }

    @Test
    void two_who_edit_at_once_are_told_and_one_change_stands() {
        draft();
        programme.totalMilli = 131_000;
        ProgrammeDraft edited = view(save(writer, 2, 1));
        assertThat(view(save(writer, 2, 1)).revision())
                .as("the same change again")
                .isEqualTo(edited.revision());

        programme.totalMilli = 140_000;
        assertThat(refusal(save(reader, 2, 1))).isEqualTo(ProblemCode.CHANGED_MEANWHILE);
        assertThat(refusal(all.steps.submit(reader, PROGRAMME, 2, 1))).isEqualTo(ProblemCode.CHANGED_MEANWHILE);
        assertThat(read(writer).content().totalMilli()).isEqualTo(131_000);
    }

    @Test
    void twenty_who_make_the_same_draft_at_once_make_one() {
        List<ProgrammeDraftDocument> made = Flux.range(0, 20)
                .flatMap(i -> save(writer, 2, 0), 20)
                .collectList()
                .block(PATIENCE);

        assertThat(made)
                .hasSize(20)
                .allSatisfy(draft -> assertThat(draft.revision()).isEqualTo(1));
        assertThat(refusal(save(reader, 2, 0))).isEqualTo(ProblemCode.CONFLICTING_REPEAT);
    }

    @Test
    void versions_follow_one_another_and_what_was_published_is_not_edited() {
        assertThat(refusal(save(writer, 1, 0))).isEqualTo(ProblemCode.PROGRAMME_IN_USE);
        assertThat(refusal(save(writer, 3, 0))).isEqualTo(ProblemCode.PROGRAMME_VERSION_NOT_NEXT);
        ProgrammeDraft draft = submitted();
        assertThat(refusal(save(writer, 2, 2))).as("while it is read").isEqualTo(ProblemCode.PROGRAMME_DRAFT_NOT_OPEN);

        publish(reader, draft, TODAY).block(PATIENCE);

        assertThat(refusal(save(writer, 2, 3))).isEqualTo(ProblemCode.PROGRAMME_IN_USE);
        assertThat(refusal(all.steps.abandon(writer, PROGRAMME, 2, 3))).isEqualTo(ProblemCode.PROGRAMME_IN_USE);
        assertThat(publish(reader, draft, TODAY).block(PATIENCE).summary().state())
                .as("the same publication again")
                .isEqualTo(ProgrammeDraftState.PUBLISHED);
        assertThat(save(writer, 3, 0).block(PATIENCE).revision()).isEqualTo(1);
    }

    @Test
    void it_never_holds_before_today_before_its_own_date_or_after_its_end() {
        programme.until = TODAY.plusDays(90);
        ProgrammeDraft draft = submitted();
        assertThat(draft.earliestFrom()).isEqualTo(TODAY);

        assertThat(refusal(publish(reader, draft, TODAY.minusDays(1)))).isEqualTo(ProblemCode.INVALID_FIELDS);
        assertThat(refusal(publish(reader, draft, TODAY.plusDays(90)))).isEqualTo(ProblemCode.INVALID_FIELDS);
        assertThat(publish(reader, draft, TODAY).block(PATIENCE).summary().state())
                .isEqualTo(ProgrammeDraftState.PUBLISHED);
    }

    @Test
    void what_the_second_person_did_not_read_is_not_published() {
        ProgrammeDraft read = submitted();
        all.steps.giveBack(writer, PROGRAMME, 2, REASON).block(PATIENCE);
        programme.totalMilli = 150_000;
        ProgrammeDraft changed = view(save(writer, 2, 3));
        assertThat(changed.reason()).isEqualTo(REASON);
        all.steps.submit(writer, PROGRAMME, 2, changed.revision()).block(PATIENCE);

        assertThat(refusal(publish(reader, read, TODAY))).isEqualTo(ProblemCode.PROGRAMME_OTHER_CONTENT);
    }

    @Test
    void giving_back_takes_a_reason_and_only_what_was_submitted() {
        draft();
        assertThat(refusal(all.steps.giveBack(reader, PROGRAMME, 2, REASON)))
                .isEqualTo(ProblemCode.PROGRAMME_DRAFT_NOT_OPEN);
        all.steps.submit(writer, PROGRAMME, 2, 1).block(PATIENCE);
        assertThat(refusal(all.steps.giveBack(reader, PROGRAMME, 2, " 太短 "))).isEqualTo(ProblemCode.INVALID_FIELDS);
        assertThat(view(all.steps.giveBack(reader, PROGRAMME, 2, REASON)).acts())
                .contains(ProgrammeDraftAct.EDIT);
    }

    @Test
    void a_book_that_takes_the_number_meanwhile_overtakes_the_draft_which_goes_on_as_the_next_version() {
        ProgrammeDraft draft = submitted();
        WrittenProgramme other = new WrittenProgramme();
        other.totalMilli = 99_000;
        other.floors = List.of();
        bringIn(other.content());

        assertThat(refusal(publish(reader, draft, TODAY))).isEqualTo(ProblemCode.PROGRAMME_OVERTAKEN);
        assertThat(refusal(save(writer, 2, 2))).isEqualTo(ProblemCode.PROGRAMME_OVERTAKEN);
        assertThat(read(writer).acts()).containsExactly(ProgrammeDraftAct.RENEW, ProgrammeDraftAct.ABANDON);
        assertThat(all.programmes.find(PROGRAMME, 2).block(PATIENCE).content().totalMilli())
                .isEqualTo(99_000);
        assertThat(save(writer, 3, 0).block(PATIENCE).content()).isEqualTo(draft.content());
    }

    @Test
    void a_book_with_the_very_same_content_ends_the_draft_as_published() {
        ProgrammeDraft draft = submitted();
        bringIn(draft.content());

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> all.draftReads
                        .page(reader, null)
                        .block(PATIENCE)
                        .items()
                        .isEmpty());
        assertThat(read(reader).summary().state()).isEqualTo(ProgrammeDraftState.PUBLISHED);
    }

    @Test
    void what_was_given_up_is_begun_anew_by_somebody_else_as_the_first_to_write_it() {
        draft();
        all.steps.abandon(writer, PROGRAMME, 2, 1).block(PATIENCE);
        assertThat(all.draftReads.page(writer, null).block(PATIENCE).items()).isEmpty();
        assertThat(refusal(save(writer, 2, 2))).isEqualTo(ProblemCode.PROGRAMME_DRAFT_NOT_OPEN);

        ProgrammeDraft anew = view(save(reader, 2, 0));
        all.steps.submit(reader, PROGRAMME, 2, anew.revision()).block(PATIENCE);

        assertThat(publish(writer, read(writer), TODAY)
                        .block(PATIENCE)
                        .summary()
                        .state())
                .isEqualTo(ProgrammeDraftState.PUBLISHED);
    }

    @Test
    void a_draft_is_held_against_the_version_in_force() {
        draft();

        var comparison = all.draftReads.compareDraft(reader, PROGRAMME, 1, 2).block(PATIENCE);

        assertThat(comparison.rows()).singleElement().satisfies(row -> {
            assertThat(row.change()).isEqualTo(RowChange.CHANGED);
            assertThat(row.older().zh()).contains("120");
            assertThat(row.newer().zh()).contains("130");
        });
        assertThat(all.draftReads.compare(PROGRAMME, 1, 1).block(PATIENCE).rows())
                .isEmpty();
        assertThat(refusal(all.draftReads.compare(PROGRAMME, 1, 2)))
                .as("a draft is nobody else's business")
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void what_could_not_be_kept_is_refused_even_in_a_draft() {
        assertThat(refusal(save(writer, "Not An Id", 1, 0))).isEqualTo(ProblemCode.INVALID_FIELDS);
        programme.categories = Map.of("a.b", new LocalText("类", "Kind"));
        assertThat(refusal(save(writer, 2, 0))).isEqualTo(ProblemCode.INVALID_FIELDS);
    }

    /** As another node does that starts with a newer sample book. */
    private void bringIn(ProgrammeContent content) {
        var book =
                new RuleBookData(List.of(), List.of(new ProgrammeVersion(PROGRAMME, 2, content)), List.of(), List.of());
        assertThat(all.imports.bringIn(book).block(PATIENCE)).isEqualTo(1);
    }

    private ProgrammeDraft draft() {
        return view(save(writer, 2, 0));
    }

    private ProgrammeDraft submitted() {
        draft();
        return view(all.steps.submit(writer, PROGRAMME, 2, 1));
    }

    private Mono<ProgrammeDraftDocument> save(Caller caller, int version, int revision) {
        return save(caller, PROGRAMME, version, revision);
    }

    private Mono<ProgrammeDraftDocument> save(Caller caller, String id, int version, int revision) {
        return all.drafting.save(caller, id, version, new ProgrammeEdit(programme.content(), revision));
    }

    private Mono<ProgrammeDraft> publish(Caller caller, ProgrammeDraft draft, LocalDate from) {
        return all.steps
                .publish(caller, PROGRAMME, 2, new ProgrammePublication(draft.hash(), from))
                .flatMap(document -> all.draftReads.view(caller, document));
    }

    private ProgrammeDraft view(Mono<ProgrammeDraftDocument> document) {
        return document.flatMap(found -> all.draftReads.view(writer, found)).block(PATIENCE);
    }

    private ProgrammeDraft read(Caller caller) {
        return all.draftReads.find(caller, PROGRAMME, 2).block(PATIENCE);
    }

    private static ProblemCode refusal(Mono<?> refused) {
        return catchThrowableOfType(ProblemException.class, () -> refused.block(PATIENCE))
                .code();
    }
}
