package cn.jiangxue.transfer;

import static cn.jiangxue.transfer.RuleBookFixture.PATIENCE;
import static cn.jiangxue.transfer.RuleBookFixture.institution;
import static cn.jiangxue.transfer.RuleBookFixture.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.RuleBookApi.BookChange;
import cn.jiangxue.contract.RuleBookApi.EntryResult;
import cn.jiangxue.contract.RuleBookApi.RuleAct;
import cn.jiangxue.contract.RuleBookApi.RuleBookChange;
import cn.jiangxue.contract.RuleBookApi.RuleEdit;
import cn.jiangxue.contract.RuleBookApi.RuleReason;
import cn.jiangxue.contract.RuleBookApi.RuleUpload;
import cn.jiangxue.contract.RuleBookApi.VersionState;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.SourceAsked;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.RoleIn;
import cn.jiangxue.transfer.RuleShelf.Wanted;
import cn.jiangxue.transfer.rules.Lifecycle.Signer;
import cn.jiangxue.transfer.rules.Lifecycle.Stage;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Two institutions, one rule: from the draft to the day it holds, over the real store. */
class RuleSigningTest {

    private static final String RULE = "turner-grinding";
    private static final String REASON = "课程大纲已调整，学时不再相当。";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Caller centre = officer("linjiang-centre");
    private final Caller college = officer("jiangdong-vocational");
    private final Caller stranger = officer("welding-society");
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
    void it_takes_effect_only_when_both_signed_this_version_and_the_record_tells_all_of_it() {
        RuleDocument draft = draft(1);
        assertThat(held()).doesNotContain(1);

        RuleDocument sent = send(draft);
        RuleDocument half = sign(centre, "linjiang-centre", sent);
        assertThat(half.stage()).isEqualTo(Stage.CONSULTATION);
        assertThat(held()).doesNotContain(1);
        RuleDocument whole = sign(college, "jiangdong-vocational", sent);

        assertThat(whole.stage()).isEqualTo(Stage.PUBLISHED);
        assertThat(held()).contains(1);
        assertThat(whole.from()).as("never before the last signature").isEqualTo(TODAY);
        assertThat(all.record(RULE, 4))
                .extracting(RuleBookChange::what)
                .containsExactlyInAnyOrder(BookChange.PUBLISHED, BookChange.SIGNED, BookChange.SIGNED, BookChange.SENT);
        assertThat(all.record(RULE, 4))
                .allSatisfy(line -> assertThat(line.institution().name().zh()).isNotBlank());
        assertThat(all.audited).extracting(AuditFact::action).contains("rule.saved", "rule.sent", "rule.signed");
    }

    @Test
    void an_administrator_of_a_party_signs_too_and_nobody_else() {
        RuleDocument sent = send(draft(1));

        assertThat(refusal(all.signatures.sign(stranger, RULE, 1, institution("linjiang-centre"), sent.hash())))
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(all.signatures.sign(stranger, RULE, 1, institution("welding-society"), sent.hash())))
                .isEqualTo(ProblemCode.NOT_FOUND);
        Caller administrator = RuleBookFixture.acting(Role.ADMINISTRATOR, "linjiang-centre");
        assertThat(sign(administrator, "linjiang-centre", sent).signedBy())
                .containsExactly(institution("linjiang-centre"));
    }

    @Test
    void one_person_with_offices_in_both_institutions_signs_for_one_of_them() {
        Caller both = new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(
                        new RoleIn(Role.RECOGNITION_OFFICER, institution("linjiang-centre")),
                        new RoleIn(Role.ADMINISTRATOR, institution("jiangdong-vocational"))));
        RuleDocument sent = send(draft(1));
        sign(both, "linjiang-centre", sent);

        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> sign(both, "jiangdong-vocational", sent));

        assertThat(refused.code()).isEqualTo(ProblemCode.RULE_SIGNED_FOR_ANOTHER);
        assertThat(refused.inWords().zh()).contains("另一个签署方");
        assertThat(held()).doesNotContain(1);
        assertThat(sign(college, "jiangdong-vocational", sent).stage()).isEqualTo(Stage.PUBLISHED);
    }

    @Test
    void a_rule_about_the_institutions_own_outcomes_is_signed_by_somebody_who_wrote_none_of_it() {
        UUID own = institution("jiangdong-vocational");
        Caller second = RuleBookFixture.acting(Role.ADMINISTRATOR, "jiangdong-vocational");
        RuleDocument draft = all.authoring
                .save(college, RULE, 1, new RuleEdit(own, of(List.of(own)), 0))
                .block(PATIENCE);
        RuleDocument sent =
                all.signatures.send(college, RULE, 1, (int) draft.revision()).block(PATIENCE);

        assertThat(refusal(all.signatures.sign(college, RULE, 1, own, sent.hash())))
                .isEqualTo(ProblemCode.RULE_NEEDS_SECOND_PERSON);
        assertThat(held()).doesNotContain(1);
        assertThat(all.signatures
                        .sign(second, RULE, 1, own, sent.hash())
                        .block(PATIENCE)
                        .stage())
                .isEqualTo(Stage.PUBLISHED);
    }

    @Test
    void whoever_changed_a_draft_of_one_party_wrote_it_too() {
        UUID own = institution("jiangdong-vocational");
        Caller second = RuleBookFixture.acting(Role.ADMINISTRATOR, "jiangdong-vocational");
        all.authoring.save(college, RULE, 1, new RuleEdit(own, content(75), 0)).block(PATIENCE);
        RuleDocument changed = all.authoring
                .save(second, RULE, 1, new RuleEdit(own, of(List.of(own)), 1))
                .block(PATIENCE);
        RuleDocument sent =
                all.signatures.send(second, RULE, 1, (int) changed.revision()).block(PATIENCE);

        for (Caller writer : List.of(college, second)) {
            assertThat(refusal(all.signatures.sign(writer, RULE, 1, own, sent.hash())))
                    .isEqualTo(ProblemCode.RULE_NEEDS_SECOND_PERSON);
        }
    }

    @Test
    void two_who_sign_at_once_publish_it_once() {
        RuleDocument sent = send(draft(1));

        List<RuleDocument> answers = Flux.range(0, 10)
                .flatMap(
                        i -> i % 2 == 0
                                ? all.signatures.sign(centre, RULE, 1, institution("linjiang-centre"), sent.hash())
                                : all.signatures.sign(
                                        college, RULE, 1, institution("jiangdong-vocational"), sent.hash()),
                        10)
                .collectList()
                .block(PATIENCE);

        assertThat(answers).hasSize(10);
        RuleDocument stored = all.rules.find(RULE, 1).block(PATIENCE);
        assertThat(stored.stage()).isEqualTo(Stage.PUBLISHED);
        assertThat(stored.signatures()).hasSize(2);
        assertThat(all.record(RULE, 4))
                .extracting(RuleBookChange::what)
                .containsExactlyInAnyOrder(BookChange.PUBLISHED, BookChange.SIGNED, BookChange.SIGNED, BookChange.SENT);
    }

    @Test
    void what_was_sent_is_not_edited_and_another_content_is_not_signed() {
        RuleDocument sent = send(draft(1));

        assertThat(refusal(all.authoring.save(
                        centre, RULE, 1, new RuleEdit(sent.author(), content(80), (int) sent.revision()))))
                .isEqualTo(ProblemCode.RULE_NOT_OPEN);
        assertThat(refusal(all.signatures.sign(college, RULE, 1, institution("jiangdong-vocational"), "0".repeat(64))))
                .isEqualTo(ProblemCode.RULE_OTHER_CONTENT);
        RuleDocument stored = all.rules.find(RULE, 1).block(PATIENCE);
        assertThat(stored.hash()).isEqualTo(sent.hash());
        assertThat(stored.revision()).isEqualTo(sent.revision());
        assertThat(stored.signatures()).isEmpty();
    }

    @Test
    void two_who_edit_the_same_draft_are_told_and_one_change_stands() {
        RuleDocument draft = draft(1);
        RuleDocument edited = edit(draft, content(80));

        assertThat(refusal(all.authoring.save(centre, RULE, 1, new RuleEdit(draft.author(), content(90), 1))))
                .isEqualTo(ProblemCode.CHANGED_MEANWHILE);
        assertThat(edit(draft, content(80)).revision())
                .as("the same change again")
                .isEqualTo(edited.revision());
        assertThat(all.rules.find(RULE, 1).block(PATIENCE).hash()).isEqualTo(edited.hash());
    }

    @Test
    void making_the_same_draft_again_changes_nothing_and_another_is_refused() {
        RuleDocument first = draft(1);

        assertThat(draft(1).revision()).isEqualTo(first.revision());
        assertThat(refusal(all.authoring.save(
                        centre, RULE, 1, new RuleEdit(institution("linjiang-centre"), content(99), 0))))
                .isEqualTo(ProblemCode.CONFLICTING_REPEAT);
        assertThat(refusal(all.authoring.save(
                        stranger, RULE, 1, new RuleEdit(institution("linjiang-centre"), content(75), 0))))
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void twenty_who_make_the_same_draft_at_once_make_one() {
        List<RuleDocument> made =
                Flux.range(0, 20).flatMap(i -> save(1), 20).collectList().block(PATIENCE);

        assertThat(made).hasSize(20).extracting(RuleDocument::hash).containsOnly(draft(1).hash());
        assertThat(draft(1).revision()).isEqualTo(1);
    }

    @Test
    void a_rule_has_one_open_version_and_versions_follow_one_another() {
        draft(1);

        assertThat(refusal(save(2))).isEqualTo(ProblemCode.RULE_VERSION_OPEN);
        send(all.rules.find(RULE, 1).block(PATIENCE));
        assertThat(refusal(save(2))).isEqualTo(ProblemCode.RULE_VERSION_OPEN);
        all.signatures
                .refuse(college, RULE, 1, new RuleReason(institution("jiangdong-vocational"), REASON))
                .block(PATIENCE);
        assertThat(refusal(save(3))).isEqualTo(ProblemCode.RULE_VERSION_NOT_NEXT);
        assertThat(save(2).block(PATIENCE).stage()).isEqualTo(Stage.DRAFT);
    }

    @Test
    void a_rule_with_faults_is_not_sent_and_every_fault_is_named() {
        RuleContent unfinished = new RuleContent(
                new LocalText("未完成", ""),
                "mechatronics-diploma",
                content(75).parties(),
                content(75).effectiveFrom(),
                null,
                List.of(),
                content(75).gives(),
                content(75).asks(),
                content(75).worth(),
                null,
                content(75).keeps(),
                content(75).records(),
                content(75).review(),
                content(75).grounds());
        RuleDocument draft = all.authoring
                .save(centre, RULE, 1, new RuleEdit(institution("linjiang-centre"), unfinished, 0))
                .block(PATIENCE);

        ProblemException refusal = catchThrowableOfType(
                ProblemException.class,
                () -> all.signatures
                        .send(centre, RULE, 1, (int) draft.revision())
                        .block(PATIENCE));

        assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_FIELDS);
        assertThat(refusal.fields()).hasSize(2);
    }

    @Test
    void a_refusal_carries_its_reason_on_the_public_record() {
        send(draft(1));

        all.signatures
                .refuse(college, RULE, 1, new RuleReason(institution("jiangdong-vocational"), REASON))
                .block(PATIENCE);

        assertThat(all.record(RULE, 2))
                .filteredOn(line -> line.what() == BookChange.REFUSED)
                .extracting(RuleBookChange::reason)
                .containsExactly(REASON);
        assertThat(held()).isEmpty();
    }

    @Test
    void what_is_withdrawn_still_holds_today_and_no_longer_tomorrow() {
        publish();

        all.signatures
                .withdraw(college, RULE, 1, new RuleReason(institution("jiangdong-vocational"), REASON))
                .block(PATIENCE);

        RuleVersion version = versions().getFirst();
        assertThat(version.inForceOn(TODAY)).isTrue();
        assertThat(version.inForceOn(TODAY.plusDays(1))).isFalse();
    }

    @Test
    void a_newer_version_ends_the_older_one_on_the_day_it_begins() {
        publish();
        all.ground.clock.advanceSeconds(86_400);
        RuleDocument second = save(2).block(PATIENCE);
        RuleDocument sent = send(second);
        sign(centre, "linjiang-centre", sent);
        sign(college, "jiangdong-vocational", sent);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(all.rules.find(RULE, 1).block().until()).isEqualTo(TODAY.plusDays(1)));
        assertThat(versions()).hasSize(2);
        assertThat(versions().getFirst().inForceOn(TODAY)).isTrue();
        assertThat(versions().getFirst().inForceOn(TODAY.plusDays(1))).isFalse();
        assertThat(versions().getLast().inForceOn(TODAY.plusDays(1))).isTrue();
        assertThat(all.record(RULE, 9)).extracting(RuleBookChange::what).contains(BookChange.SUPERSEDED);
    }

    @Test
    void drafts_are_seen_by_their_author_only_and_leave_no_public_line() {
        draft(1);
        all.signatures
                .withdraw(centre, RULE, 1, new RuleReason(institution("linjiang-centre"), REASON))
                .block(PATIENCE);

        assertThat(refusal(all.reads.sent(RULE, 1))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(all.reads.visible(
                        RULE, 1, new Signer(UUID.randomUUID(), Set.of(institution("jiangdong-vocational"))))))
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(all.reads
                        .visible(RULE, 1, new Signer(UUID.randomUUID(), Set.of(institution("linjiang-centre"))))
                        .block(PATIENCE)
                        .state())
                .isEqualTo(VersionState.WITHDRAWN);
        assertThat(all.reads
                        .page(new Wanted(null, null, null, null, RULE), null)
                        .block(PATIENCE)
                        .items())
                .isEmpty();
        assertThat(all.record(RULE, 0)).isEmpty();
    }

    @Test
    void lists_are_read_page_by_page_by_institution_state_and_text() {
        var first = all.reads
                .page(new Wanted(null, null, null, VersionState.IN_FORCE, null), null)
                .block(PATIENCE);
        var second = all.reads
                .page(new Wanted(null, null, null, VersionState.IN_FORCE, null), first.next())
                .block(PATIENCE);

        assertThat(first.items()).hasSize(20);
        assertThat(second.items()).doesNotContainAnyElementsOf(first.items());
        assertThat(all.reads
                        .page(new Wanted(null, institution("contest-office"), null, null, null), null)
                        .block(PATIENCE)
                        .items())
                .isNotEmpty()
                .allSatisfy(rule ->
                        assertThat(rule.parties()).anyMatch(party -> party.id().equals(institution("contest-office"))));
        assertThat(all.reads
                        .page(new Wanted(null, null, null, null, "叉车"), null)
                        .block(PATIENCE)
                        .items())
                .isNotEmpty();
        assertThat(all.reads
                        .page(new Wanted(null, null, null, null, ".*"), null)
                        .block(PATIENCE)
                        .items())
                .as("text is text, never a pattern")
                .isEmpty();
        assertThat(all.reads
                        .page(new Wanted(null, null, null, VersionState.CONSULTATION, null), null)
                        .block(PATIENCE)
                        .items())
                .hasSize(2);
    }

    @Test
    void the_view_says_what_the_caller_may_do() {
        RuleDocument sent = send(draft(1));

        assertThat(all.reads
                        .view(sent, new Signer(UUID.randomUUID(), Set.of(institution("jiangdong-vocational"))))
                        .block(PATIENCE)
                        .acts())
                .containsExactly(RuleAct.SIGN, RuleAct.REFUSE);
        assertThat(all.reads.sent(RULE, 1).block(PATIENCE).acts()).isEmpty();
    }

    @Test
    void an_uploaded_file_becomes_drafts_and_the_same_file_again_changes_nothing() {
        String file = UPLOAD.formatted(IntStream.rangeClosed(1, 3)
                .mapToObj("uploaded-%d"::formatted)
                .map(UPLOADED_RULE::formatted)
                .reduce("", String::concat));
        RuleUpload dry = new RuleUpload(institution("linjiang-centre"), file, true);
        RuleUpload real = new RuleUpload(institution("linjiang-centre"), file, false);

        assertThat(all.uploads.bringIn(centre, dry).block(PATIENCE).added()).isEqualTo(3);
        assertThat(all.rules.find("uploaded-1", 1).block(PATIENCE)).isNull();
        assertThat(all.uploads.bringIn(centre, real).block(PATIENCE).added()).isEqualTo(3);
        var again = all.uploads.bringIn(centre, real).block(PATIENCE);
        assertThat(again.same()).isEqualTo(3);
        assertThat(again.rows()).allSatisfy(row -> assertThat(row.result()).isEqualTo(EntryResult.SAME));
        assertThat(all.rules.find("uploaded-1", 1).block(PATIENCE).stage()).isEqualTo(Stage.DRAFT);
        assertThat(refusal(all.uploads.bringIn(stranger, real))).isEqualTo(ProblemCode.NOT_FOUND);
    }

    private static final String UPLOAD = """
            clauses:
              c: {text: {zh: 样例第一条, en: 'Sample, article 1'}, source: SAMPLE}
            rules:
            %s
            """;
    private static final String UPLOADED_RULE = """
              - {id: %s, version: 1, name: {zh: 培训转选修, en: Training}, programme: mechatronics-diploma,
                 parties: [linjiang-centre, jiangdong-vocational], effectiveFrom: 2027-01-01,
                 from: [{kind: TRAINING}], to: {category: elective}, credit: {by: FIXED, fixed: 2},
                 recorded: {as: PASS}, review: PANEL, clause: c, wording: {zh: 一, en: one}}
            """;

    private void publish() {
        RuleDocument sent = send(draft(1));
        sign(centre, "linjiang-centre", sent);
        sign(college, "jiangdong-vocational", sent);
    }

    private RuleDocument draft(int version) {
        return save(version).block(PATIENCE);
    }

    private Mono<RuleDocument> save(int version) {
        return all.authoring.save(centre, RULE, version, new RuleEdit(institution("linjiang-centre"), content(75), 0));
    }

    private RuleDocument edit(RuleDocument draft, RuleContent content) {
        return all.authoring
                .save(centre, RULE, draft.version(), new RuleEdit(draft.author(), content, (int) draft.revision()))
                .block(PATIENCE);
    }

    private RuleDocument send(RuleDocument draft) {
        return all.signatures
                .send(centre, RULE, draft.version(), (int) draft.revision())
                .block(PATIENCE);
    }

    private RuleDocument sign(Caller caller, String key, RuleDocument sent) {
        return all.signatures
                .sign(caller, RULE, sent.version(), institution(key), sent.hash())
                .block(PATIENCE);
    }

    private List<RuleVersion> versions() {
        Programme programme = all.book.programme("mechatronics-diploma", TODAY).block(PATIENCE);
        return all.book.rules(programme).block(PATIENCE).stream()
                .filter(rule -> rule.ref().id().equals(RULE))
                .toList();
    }

    private List<Integer> held() {
        return versions().stream()
                .filter(version -> version.inForceOn(TODAY))
                .map(version -> version.ref().version())
                .toList();
    }

    /** Any course of anybody, agreed among these. */
    private static RuleContent of(List<UUID> parties) {
        RuleContent like = content(75);
        return new RuleContent(
                like.name(),
                like.programme(),
                parties,
                like.effectiveFrom(),
                null,
                like.sources().stream()
                        .map(source -> new SourceAsked(
                                source.kind(), source.code(), null, source.occupationCode(), source.leastLevel()))
                        .toList(),
                like.gives(),
                like.asks(),
                like.worth(),
                null,
                like.keeps(),
                like.records(),
                like.review(),
                like.grounds());
    }

    private static RuleContent content(int overlapPercent) {
        RuleContent like = RuleBookFixture.SAMPLE.rules().stream()
                .filter(rule -> rule.id().equals("turner-intermediate-practice"))
                .findFirst()
                .orElseThrow()
                .content();
        return new RuleContent(
                like.name(),
                like.programme(),
                like.parties(),
                like.effectiveFrom(),
                null,
                like.sources(),
                like.gives(),
                new RuleContent.SourcesMeet(
                        java.math.BigDecimal.valueOf(overlapPercent),
                        like.asks().whenShort(),
                        null,
                        null,
                        null,
                        null),
                like.worth(),
                null,
                like.keeps(),
                like.records(),
                like.review(),
                like.grounds());
    }

    private static ProblemCode refusal(Mono<?> refused) {
        return catchThrowableOfType(ProblemException.class, () -> refused.block(PATIENCE))
                .code();
    }
}
