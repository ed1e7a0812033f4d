package cn.jiangxue.reexamination;

import static cn.jiangxue.reexamination.ReexaminationFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.ReexaminationApi.Draw;
import cn.jiangxue.contract.ReexaminationApi.Period;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationSummary;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.promotion.PromotionFixture;
import cn.jiangxue.reexamination.rules.Lot;
import cn.jiangxue.reexamination.rules.Quarter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Seeds and draws over a real store. */
class DrawingTest {

    private static final String QUARTER = "2026-Q4";

    @TempDir
    Path folder;

    private ReexaminationFixture all;

    private void open(int shareBasisPoints) {
        all = new ReexaminationFixture(folder, shareBasisPoints);
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void an_approved_grade_told_again_is_drawn_once() {
        open(Lot.TICKETS);
        UUID credential = all.approved(PromotionFixture.learner(), all.officer());

        Flux.range(0, 4)
                .flatMap(i -> all.drawing.draw(all.told.getFirst()), 4)
                .then()
                .block(PATIENCE);

        assertThat(draws()).singleElement().satisfies(draw -> {
            assertThat(draw.credentialId()).isEqualTo(credential);
            assertThat(draw.drawn()).isTrue();
        });
        assertThat(drawn()).hasSize(1);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(all.audited("reexamination.drawn")).hasSize(1));
    }

    @Test
    void with_no_share_a_grade_is_in_the_draw_and_not_drawn() {
        open(0);
        Caller learner = PromotionFixture.learner();
        all.approved(learner, all.officer());

        assertThat(draws())
                .singleElement()
                .satisfies(draw -> assertThat(draw.drawn()).isFalse());
        assertThat(drawn()).isEmpty();
        assertThat(all.reexaminations.mine(learner, null).block(PATIENCE)).isEmpty();
        var counts = all.oversight
                .period(all.administrator(), QUARTER, all.promotion.institution)
                .block(PATIENCE)
                .counts();
        assertThat(counts.approved()).isOne();
        assertThat(counts.drawn()).isZero();
    }

    @Test
    void whoever_is_told_the_seed_afterwards_recomputes_every_draw() {
        open(5_000);
        for (int i = 0; i < 8; i++) {
            all.approved(PromotionFixture.learner(), all.officer());
        }
        Period during = period();
        assertThat(during.seed()).as("not while it draws").isNull();
        assertThat(all.audited("reexamination.seed-published")).isEmpty();

        all.promotion.ground.clock.set(Instant.parse("2026-12-31T16:00:00Z"));
        Period after = period();

        byte[] seed = HexFormat.of().parseHex(after.seed());
        assertThat(Lot.commitment(seed)).isEqualTo(during.commitment()).isEqualTo(after.commitment());
        assertThat(draws()).hasSize(8).allSatisfy(draw -> {
            assertThat(draw.ticket()).isEqualTo(Lot.ticket(seed, draw.credentialId()));
            assertThat(draw.drawn()).isEqualTo(Lot.isDrawn(draw.ticket(), during.shareBasisPoints()));
        });
        assertThat(drawn()).hasSize((int) draws().stream().filter(Draw::drawn).count());
    }

    @Test
    void the_hash_is_on_the_audit_record_before_and_the_seed_after() {
        open(Lot.TICKETS);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.audited("reexamination.seed-committed"))
                        .singleElement()
                        .satisfies(fact -> assertThat(fact.facts())
                                .containsEntry("commitment", period().commitment())
                                .containsEntry("shareBasisPoints", "10000")));

        all.promotion.ground.clock.set(Instant.parse("2026-12-05T04:00:00Z"));
        all.periods.upkeep().block(PATIENCE);
        assertThat(all.oversight.periods().block(PATIENCE))
                .extracting(Period::id)
                .containsExactly("2027-Q1", QUARTER);

        all.promotion.ground.clock.set(Instant.parse("2027-01-01T04:00:00Z"));
        all.periods.upkeep().block(PATIENCE);
        all.periods.upkeep().block(PATIENCE);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.audited("reexamination.seed-published"))
                        .singleElement()
                        .satisfies(fact -> assertThat(fact.facts()).containsEntry("seed", period().seed())));
        assertThat(all.audited("reexamination.seed-committed")).hasSize(2);
    }

    @Test
    void two_nodes_at_once_commit_to_one_seed() {
        open(500);
        all.promotion.ground.clock.set(Instant.parse("2027-01-10T04:00:00Z"));
        Periods other = all.periods(all.promotion);

        Mono.when(all.periods.upkeep(), other.upkeep()).block(PATIENCE);

        PeriodDocument one = all.periods.find(new Quarter(2027, 1)).block(PATIENCE);
        assertThat(other.seed(one)).isEqualTo(all.periods.seed(one));
        assertThat(Lot.commitment(other.seed(one))).isEqualTo(one.commitment());
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(all.audited("reexamination.seed-committed")).hasSize(2));
    }

    @Test
    void a_share_set_later_does_not_change_what_was_committed_to() {
        open(500);

        new Periods(
                        all.promotion.ground.documents,
                        new cn.jiangxue.platform.KeyFolder(folder),
                        new ReexaminationProperties(9_000),
                        all.promotion.ground.events,
                        all.promotion.ground.outbox(List.of(), List.of()),
                        all.promotion.ground.time)
                .upkeep()
                .block(PATIENCE);

        assertThat(period().shareBasisPoints()).isEqualTo(500);
    }

    @Test
    void what_was_decided_before_the_seed_was_committed_to_is_not_drawn() {
        open(Lot.TICKETS);
        all.promotion.ground.clock.set(Instant.parse("2026-11-20T03:59:59Z"));
        all.approved(PromotionFixture.learner(), all.officer());

        assertThat(draws()).isEmpty();
        assertThat(drawn()).isEmpty();
    }

    @Test
    void a_seed_is_read_after_the_key_was_rotated() {
        open(500);
        PeriodDocument period = all.periods.find(new Quarter(2026, 4)).block(PATIENCE);
        byte[] seed = all.periods.seed(period);

        new cn.jiangxue.platform.KeyFolder(folder).rotate("reexamination-seeds", cn.jiangxue.platform.Sealing::newKey);

        assertThat(all.periods(all.promotion).seed(period)).isEqualTo(seed);
    }

    @Test
    void periods_are_for_the_administrators_of_the_organisation_only() {
        open(500);
        Caller elsewhere = ReexaminationFixture.with(cn.jiangxue.contract.Role.ADMINISTRATOR, all.elsewhere());

        for (Caller foreign : List.of(elsewhere, all.officer(), all.assessor())) {
            for (Mono<?> attempt : List.<Mono<?>>of(
                    all.oversight.period(foreign, QUARTER, all.promotion.institution),
                    all.oversight.draws(foreign, QUARTER, all.promotion.institution, null),
                    all.oversight.drawn(foreign, QUARTER, all.promotion.institution, null))) {
                notFound(attempt);
            }
        }
        for (String unknown : List.of("2019-Q1", "x", "2026-Q9")) {
            notFound(all.oversight.period(all.administrator(), unknown, all.promotion.institution));
        }
    }

    private static void notFound(Mono<?> attempt) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> attempt.block(PATIENCE))
                .matches(refusal -> refusal.code() == ProblemCode.NOT_FOUND);
    }

    private Period period() {
        return all.oversight
                .period(all.administrator(), QUARTER, all.promotion.institution)
                .block(PATIENCE)
                .period();
    }

    private List<Draw> draws() {
        return all.oversight
                .draws(all.administrator(), QUARTER, all.promotion.institution, null)
                .block(PATIENCE)
                .items();
    }

    private List<ReexaminationSummary> drawn() {
        return all.oversight
                .drawn(all.administrator(), QUARTER, all.promotion.institution, null)
                .block(PATIENCE)
                .items();
    }
}
