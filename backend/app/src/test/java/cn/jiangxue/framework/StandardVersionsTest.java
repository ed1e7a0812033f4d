package cn.jiangxue.framework;

import static cn.jiangxue.framework.StandardsFixture.PATIENCE;
import static cn.jiangxue.framework.StandardsFixture.TURNER;
import static cn.jiangxue.framework.StandardsFixture.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StandardsApi.AdoptionEdit;
import cn.jiangxue.contract.StandardsApi.ConsultationEdit;
import cn.jiangxue.contract.StandardsApi.ContentEdit;
import cn.jiangxue.contract.StandardsApi.StandardAct;
import cn.jiangxue.contract.StandardsApi.StandardState;
import cn.jiangxue.contract.StandardsApi.StandardSummary;
import cn.jiangxue.contract.StandardsApi.StandardUpload;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.contract.StandardsApi.VersionKind;
import cn.jiangxue.framework.rules.Lifecycle.Stage;
import cn.jiangxue.frameworks.Frameworks;
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

/** A standard from its draft to the day on which another takes its place, over the real store. */
class StandardVersionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String REASON = "企业反映四级年限与现场不符。";
    private static final String FIRST = "2026-样例1";
    private static final String SECOND = "2027-样例1";

    private StandardsFixture all;
    private Caller author;
    private Caller second;

    @BeforeEach
    void open() {
        all = new StandardsFixture();
        author = all.national(Role.RECOGNITION_OFFICER);
        second = all.national(Role.ADMINISTRATOR);
        all.adopted.open().block(PATIENCE);
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void the_sample_standards_are_put_in_once_and_hold_as_before() {
        List<VersionDocument> before = all.shelf.versions(TURNER).block(PATIENCE);

        all.adopted.open().block(PATIENCE);

        assertThat(all.shelf.versions(TURNER).block(PATIENCE)).isEqualTo(before).hasSize(1);
        assertThat(all.standards.all()).hasSameElementsAs(Frameworks.load().standards());
        assertThat(all.standards.framework()).isEqualTo(Frameworks.load().framework());
        Awaitility.await().atMost(PATIENCE).until(() -> audited("standard.imported") == 7);
    }

    @Test
    void a_later_start_keeps_what_was_adopted_meanwhile() {
        adopt(draft(SECOND), TODAY.plusDays(8));
        Standards other = Standards.of(Frameworks.load(), all.ground.time);

        new AdoptedVersions(all.shelf, other, all.ground.clock).open().block(PATIENCE);

        assertThat(other.standard(TURNER).orElseThrow().edition()).isEqualTo(SECOND);
        assertThat(other.edition(TURNER, FIRST)).isPresent();
    }

    @Test
    void a_version_takes_the_place_of_the_one_before_on_its_day_and_that_one_stays_readable() {
        VersionDocument drafted = draft(SECOND);
        assertThat(all.standards.edition(TURNER, SECOND)).isEmpty();
        LocalDate begins = TODAY.plusDays(20);

        adopt(drafted, begins);

        assertThat(all.standards.standard(TURNER).orElseThrow().edition()).isEqualTo(FIRST);
        assertThat(all.standards
                        .standard(TURNER, begins.minusDays(1))
                        .orElseThrow()
                        .edition())
                .isEqualTo(FIRST);
        assertThat(all.standards.standard(TURNER, begins).orElseThrow().edition())
                .isEqualTo(SECOND);
        assertThat(all.standards.standard(TURNER, begins).orElseThrow().effectiveFrom())
                .isEqualTo(begins);
        assertThat(state(2)).isEqualTo(StandardState.UPCOMING);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                all.shelf.find(TURNER, 1).block(PATIENCE).supersededBy())
                        .isEqualTo(2));
        all.days(12);
        assertThat(state(1)).isEqualTo(StandardState.SUPERSEDED);
        assertThat(state(2)).isEqualTo(StandardState.IN_FORCE);
        assertThat(all.standards.standard(TURNER).orElseThrow().edition()).isEqualTo(SECOND);
        assertThat(all.standards.edition(TURNER, FIRST)).isPresent();
    }

    @Test
    void another_node_hears_of_it_without_being_told() {
        Standards other = Standards.of(Frameworks.load(), all.ground.time);
        AdoptedVersions elsewhere = new AdoptedVersions(all.shelf, other, all.ground.clock);
        elsewhere.open().block(PATIENCE);

        adopt(draft(SECOND), TODAY.plusDays(8));
        elsewhere.refresh().block(PATIENCE);

        assertThat(other.standard(TURNER).orElseThrow().edition()).isEqualTo(SECOND);
    }

    @Test
    void what_was_adopted_is_never_edited_and_the_refusal_says_what_to_do() {
        ProblemException refusal = refusal(all.drafting.save(
                author, TURNER, 1, new ContentEdit(sample(TURNER, Map.of(FIRST, SECOND)), 1)));

        assertThat(refusal.code()).isEqualTo(ProblemCode.STANDARD_IN_USE);
        assertThat(refusal.inWords().zh()).contains("以此版新建草稿");
        assertThat(all.shelf.find(TURNER, 1).block(PATIENCE).revision()).isEqualTo(1);
    }

    @Test
    void two_who_edit_the_same_draft_are_told_and_one_change_stands() {
        draft(SECOND);
        ContentEdit one = new ContentEdit(sample(TURNER, Map.of(FIRST, "2027-甲")), 1);

        VersionDocument edited = all.drafting.save(author, TURNER, 2, one).block(PATIENCE);

        assertThat(edited.revision()).isEqualTo(2);
        assertThat(all.drafting.save(author, TURNER, 2, one).block(PATIENCE).revision())
                .as("the same change again")
                .isEqualTo(2);
        assertThat(refusal(all.drafting.save(
                                second, TURNER, 2, new ContentEdit(sample(TURNER, Map.of(FIRST, "2027-乙")), 1)))
                        .code())
                .isEqualTo(ProblemCode.CHANGED_MEANWHILE);
    }

    @Test
    void one_version_is_open_at_a_time_and_they_follow_one_another() {
        draft(SECOND);

        assertThat(refusal(save(3, "2028-1")).code()).isEqualTo(ProblemCode.STANDARD_VERSION_OPEN);
        all.steps.abandon(author, TURNER, 2, REASON).block(PATIENCE);
        assertThat(refusal(save(4, "2028-1")).code()).isEqualTo(ProblemCode.STANDARD_VERSION_NOT_NEXT);
        assertThat(save(3, "2028-1").block(PATIENCE).stage()).isEqualTo(Stage.DRAFT);
    }

    @Test
    void twenty_who_make_the_same_draft_make_one() {
        List<VersionDocument> made = Flux.range(0, 20)
                .flatMap(i -> save(2, SECOND), 20)
                .collectList()
                .block(PATIENCE);

        assertThat(made).extracting(VersionDocument::revision).containsOnly(1L);
        assertThat(refusal(save(2, "2027-另")).code()).isEqualTo(ProblemCode.CONFLICTING_REPEAT);
    }

    @Test
    void a_draft_with_faults_is_saved_but_not_sent_and_every_fault_is_named() {
        VersionContent light = sample(TURNER, Map.of(FIRST, SECOND, "\"weightPercent\":40", "\"weightPercent\":39"));
        all.drafting.save(author, TURNER, 2, new ContentEdit(light, 0)).block(PATIENCE);

        ProblemException refusal = refusal(consult(1));

        assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_FIELDS);
        assertThat(refusal.fields()).hasSizeGreaterThan(1);
        assertThat(all.drafting.check(author, light).block(PATIENCE).faults()).hasSameSizeAs(refusal.fields());
    }

    @Test
    void a_name_that_an_adopted_edition_has_is_not_given_again() {
        draft(FIRST);

        ProblemException refusal = refusal(consult(1));

        assertThat(refusal.fields()).hasSize(1);
    }

    @Test
    void its_author_does_not_adopt_it_nor_whoever_edited_it() {
        draft(SECOND);
        all.drafting
                .save(second, TURNER, 2, new ContentEdit(sample(TURNER, Map.of(FIRST, "2027-甲")), 1))
                .block(PATIENCE);
        VersionDocument sent = consult(2).block(PATIENCE);
        all.days(8);

        assertThat(refusal(adoption(author, sent, TODAY.plusDays(8))).code())
                .isEqualTo(ProblemCode.STANDARD_SECOND_PERSON);
        assertThat(refusal(adoption(second, sent, TODAY.plusDays(8))).code())
                .isEqualTo(ProblemCode.STANDARD_SECOND_PERSON);
        Caller third = all.national(Role.ADMINISTRATOR);
        assertThat(adoption(third, sent, TODAY.plusDays(8)).block(PATIENCE).stage())
                .isEqualTo(Stage.ADOPTED);
        assertThat(adoption(third, sent, TODAY.plusDays(8)).block(PATIENCE).stage())
                .as("the same again")
                .isEqualTo(Stage.ADOPTED);
        assertThat(refusal(adoption(third, sent, TODAY.plusDays(9))).code()).isEqualTo(ProblemCode.STANDARD_IN_USE);
    }

    @Test
    void two_who_adopt_at_once_adopt_it_once() {
        draft(SECOND);
        VersionDocument sent = consult(1).block(PATIENCE);
        all.days(8);
        Caller third = all.national(Role.ADMINISTRATOR);

        long adopted = Flux.range(0, 20)
                .flatMap(
                        i -> adoption(i % 2 == 0 ? second : third, sent, TODAY.plusDays(8))
                                .map(VersionDocument::adoptedBy)
                                .onErrorResume(ProblemException.class, refused -> Mono.empty()),
                        20)
                .distinct()
                .count()
                .block(PATIENCE);

        assertThat(adopted).isEqualTo(1);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(audited("standard.adopted")).isEqualTo(1));
        assertThat(all.shelf.find(TURNER, 2).block(PATIENCE).revision()).isEqualTo(3);
    }

    @Test
    void it_is_not_adopted_before_the_consultation_is_over_nor_for_a_day_that_has_passed() {
        draft(SECOND);
        VersionDocument sent = consult(1).block(PATIENCE);

        assertThat(refusal(adoption(second, sent, TODAY.plusDays(8))).code())
                .isEqualTo(ProblemCode.STANDARD_STILL_CONSULTED);
        all.days(8);
        assertThat(refusal(adoption(second, sent, TODAY.plusDays(7))).code()).isEqualTo(ProblemCode.INVALID_FIELDS);
        assertThat(refusal(all.steps.adopt(second, TURNER, 2, new AdoptionEdit("0".repeat(64), TODAY.plusDays(8))))
                        .code())
                .isEqualTo(ProblemCode.STANDARD_OTHER_CONTENT);
    }

    @Test
    void it_goes_back_to_draft_for_a_change_and_out_again() {
        draft(SECOND);
        consult(1).block(PATIENCE);

        VersionDocument back = all.steps.redraft(second, TURNER, 2, REASON).block(PATIENCE);

        assertThat(back.stage()).isEqualTo(Stage.DRAFT);
        assertThat(back.reason()).isEqualTo(REASON);
        assertThat(consult((int) back.revision()).block(PATIENCE).stage()).isEqualTo(Stage.CONSULTATION);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.audited)
                        .extracting(AuditFact::action)
                        .contains("standard.saved", "standard.consulted", "standard.redrafted"));
    }

    @Test
    void only_the_national_body_drafts_and_sees_drafts() {
        draft(SECOND);
        Caller elsewhere = StandardsFixture.elsewhere(Role.ADMINISTRATOR);

        assertThat(refusal(all.drafting.save(
                                elsewhere, TURNER, 2, new ContentEdit(sample(TURNER, Map.of(FIRST, "2027-甲")), 1)))
                        .code())
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(all.reads.find(elsewhere, TURNER, 2)).code()).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(all.reads.find(elsewhere, TURNER, 1).block(PATIENCE).versions())
                .extracting(StandardSummary::version)
                .containsExactly(1);
        assertThat(all.reads.find(second, TURNER, 1).block(PATIENCE).acts())
                .as("one is open")
                .isEmpty();
        assertThat(all.reads.find(second, TURNER, 2).block(PATIENCE).acts())
                .containsExactly(StandardAct.EDIT, StandardAct.CONSULT, StandardAct.ABANDON);
        assertThat(all.reads
                        .page(elsewhere, StandardState.DRAFT, null, null)
                        .block(PATIENCE)
                        .items())
                .isEmpty();
        assertThat(all.reads
                        .page(author, StandardState.DRAFT, "车工", null)
                        .block(PATIENCE)
                        .items())
                .hasSize(1);
        assertThat(all.reads
                        .page(elsewhere, StandardState.IN_FORCE, null, null)
                        .block(PATIENCE)
                        .items())
                .hasSize(7);
    }

    @Test
    void everyone_has_one_comment_and_rewrites_it_until_the_consultation_closes() {
        Caller worker = StandardsFixture.anyone();
        draft(SECOND);
        assertThat(refusal(all.comments.write(worker, TURNER, 2, "好")).code()).isEqualTo(ProblemCode.NOT_FOUND);
        consult(1).block(PATIENCE);

        all.comments.write(worker, TURNER, 2, "四级建议改为四年。").block(PATIENCE);
        all.comments.write(worker, TURNER, 2, "四级建议改为三年。").block(PATIENCE);
        all.comments.write(worker, TURNER, 2, "四级建议改为三年。").block(PATIENCE);

        var seen = all.comments
                .page(StandardsFixture.anyone(), TURNER, 2, null)
                .block(PATIENCE)
                .items();
        assertThat(seen).singleElement().satisfies(comment -> {
            assertThat(comment.text()).isEqualTo("四级建议改为三年。");
            assertThat(comment.by()).as("names are for the national body").isNull();
            assertThat(comment.own()).isFalse();
        });
        assertThat(all.comments
                        .page(author, TURNER, 2, null)
                        .block(PATIENCE)
                        .items()
                        .getFirst()
                        .by())
                .isEqualTo("王静");
        assertThat(refusal(all.comments.write(worker, TURNER, 2, " ")).code()).isEqualTo(ProblemCode.INVALID_FIELDS);
        all.days(8);
        assertThat(refusal(all.comments.write(worker, TURNER, 2, "晚了")).code())
                .isEqualTo(ProblemCode.STANDARD_COMMENTS_CLOSED);
        assertThat(all.comments.page(worker, TURNER, 2, null).block(PATIENCE).items())
                .hasSize(1);
    }

    @Test
    void comments_are_read_page_by_page() {
        draft(SECOND);
        consult(1).block(PATIENCE);
        Flux.range(1, 25)
                .concatMap(i -> all.comments.write(StandardsFixture.anyone(), TURNER, 2, "意见" + i))
                .blockLast(PATIENCE);

        var first = all.comments.page(author, TURNER, 2, null).block(PATIENCE);
        var rest = all.comments.page(author, TURNER, 2, first.next()).block(PATIENCE);

        assertThat(first.items()).hasSize(20);
        assertThat(rest.items()).hasSize(5).doesNotContainAnyElementsOf(first.items());
        assertThat(rest.next()).isNull();
    }

    @Test
    void a_file_becomes_a_draft_and_what_is_exported_comes_back_as_it_was() {
        String file = Contents.text(sample(TURNER, Map.of(FIRST, SECOND)));

        var dry = all.imports.bringIn(author, new StandardUpload(file, true)).block(PATIENCE);
        assertThat(dry.version()).isEqualTo(2);
        assertThat(all.shelf.find(TURNER, 2).block(PATIENCE)).isNull();
        all.imports.bringIn(author, new StandardUpload(file, false)).block(PATIENCE);
        VersionDocument stored = all.shelf.find(TURNER, 2).block(PATIENCE);
        var again = all.imports
                .bringIn(author, new StandardUpload(stored.content(), false))
                .block(PATIENCE);

        assertThat(stored.stage()).isEqualTo(Stage.DRAFT);
        assertThat(stored.content()).isEqualTo(file);
        assertThat(again.same()).isTrue();
        assertThat(again.version()).isEqualTo(2);
    }

    @Test
    void a_file_with_faults_makes_nothing_and_names_each_by_its_place() {
        String file = Contents.text(sample(TURNER)).replaceFirst("\"weightPercent\":40", "\"weightPercent\":0");

        var refused =
                all.imports.bringIn(author, new StandardUpload(file, false)).block(PATIENCE);

        assertThat(refused.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).endsWith("/weightPercent"));
        assertThat(all.imports
                        .bringIn(author, new StandardUpload("车工", true))
                        .block(PATIENCE)
                        .faults())
                .hasSize(1);
        assertThat(all.shelf.versions(TURNER).block(PATIENCE)).hasSize(1);
        assertThat(refusal(all.imports.bringIn(StandardsFixture.anyone(), new StandardUpload(file, true)))
                        .code())
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void a_new_version_of_the_framework_takes_its_place_too() {
        String id = all.standards.framework().id();
        String text = Frameworks.editions().getFirst().replace("2026-样例1", "2027-样例1");
        all.imports.bringIn(author, new StandardUpload(text, false)).block(PATIENCE);
        VersionDocument sent = all.steps
                .consult(author, id, 2, new ConsultationEdit(1, TODAY.plusDays(7)))
                .block(PATIENCE);
        all.days(8);

        all.steps
                .adopt(second, id, 2, new AdoptionEdit(sent.hash(), TODAY.plusDays(8)))
                .block(PATIENCE);

        assertThat(all.standards.framework().version()).isEqualTo("2027-样例1");
        assertThat(sent.kind()).isEqualTo(VersionKind.FRAMEWORK);
        String other = text.replace("\"id\":\"" + id, "\"id\":\"other");
        assertThat(refusal(all.imports.bringIn(author, new StandardUpload(other, false)))
                        .code())
                .isEqualTo(ProblemCode.INVALID_FIELDS);
    }

    private long audited(String action) {
        return all.audited.stream().filter(fact -> fact.action().equals(action)).count();
    }

    private VersionDocument draft(String edition) {
        return save(2, edition).block(PATIENCE);
    }

    private Mono<VersionDocument> save(int version, String edition) {
        return all.drafting.save(author, TURNER, version, new ContentEdit(sample(TURNER, Map.of(FIRST, edition)), 0));
    }

    private Mono<VersionDocument> consult(int revision) {
        return all.steps.consult(author, TURNER, 2, new ConsultationEdit(revision, TODAY.plusDays(7)));
    }

    private Mono<VersionDocument> adoption(Caller who, VersionDocument sent, LocalDate from) {
        return all.steps.adopt(who, TURNER, 2, new AdoptionEdit(sent.hash(), from));
    }

    /** With the consultation that goes before it: eight days pass. */
    private void adopt(VersionDocument drafted, LocalDate from) {
        VersionDocument sent = consult((int) drafted.revision()).block(PATIENCE);
        all.days(8);
        adoption(second, sent, from).block(PATIENCE);
    }

    private StandardState state(int version) {
        return all.reads.find(author, TURNER, version).block(PATIENCE).summary().state();
    }

    private static ProblemException refusal(Mono<?> refused) {
        return catchThrowableOfType(ProblemException.class, () -> refused.block(PATIENCE));
    }
}
