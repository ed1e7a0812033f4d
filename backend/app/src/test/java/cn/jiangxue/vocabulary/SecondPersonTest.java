package cn.jiangxue.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.vocabulary.SecondPerson.Acting;
import cn.jiangxue.vocabulary.SecondPerson.Answer;
import cn.jiangxue.vocabulary.SecondPerson.Decided;
import cn.jiangxue.vocabulary.SecondPerson.Standing;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecondPersonTest {

    private static final UUID PROPOSER = new UUID(1, 1);
    private static final UUID CAUSER = new UUID(1, 2);
    private static final UUID HOLDER = new UUID(2, 1);
    private static final Acting ANOTHER = new Acting(new UUID(1, 3), new UUID(2, 3));
    private static final String RIGHT = "the entry is right as it is";

    private final Standing open = new Standing(HOLDER, Set.of(PROPOSER, CAUSER), null);

    @Test
    void another_officer_approves_or_refuses() {
        assertThat(SecondPerson.decide(open, ANOTHER, true, ""))
                .isEqualTo(new Answer.Accepted(new Decided(true, "", ANOTHER.personId())));
        assertThat(SecondPerson.decide(open, ANOTHER, false, RIGHT))
                .isEqualTo(new Answer.Accepted(new Decided(false, RIGHT, ANOTHER.personId())));
    }

    @Test
    void neither_the_proposer_nor_the_holder_nor_whoever_caused_it_decides() {
        UUID learner = new UUID(2, 9);

        assertThat(SecondPerson.decide(open, new Acting(PROPOSER, learner), true, ""))
                .isEqualTo(new Answer.SecondPersonNeeded());
        assertThat(SecondPerson.decide(open, new Acting(CAUSER, learner), true, ""))
                .isEqualTo(new Answer.SecondPersonNeeded());
        assertThat(SecondPerson.decide(open, new Acting(new UUID(1, 9), HOLDER), true, ""))
                .isEqualTo(new Answer.SecondPersonNeeded());
    }

    @Test
    void one_decision_stands_and_its_repeat_changes_nothing() {
        Decided first = new Decided(true, "", ANOTHER.personId());
        Standing decided = new Standing(HOLDER, Set.of(PROPOSER), first);

        assertThat(SecondPerson.decide(decided, ANOTHER, true, "")).isEqualTo(new Answer.Repeated());
        assertThat(SecondPerson.decide(decided, ANOTHER, false, RIGHT)).isEqualTo(new Answer.DecidedBefore(first));
        assertThat(SecondPerson.decide(decided, new Acting(CAUSER, CAUSER), true, ""))
                .isEqualTo(new Answer.DecidedBefore(first));
    }

    @Test
    void a_refusal_needs_a_reason_of_some_length() {
        Answer needed = new Answer.ReasonNeeded(10, 2_000);

        assertThat(SecondPerson.decide(open, ANOTHER, false, " 123456789 ")).isEqualTo(needed);
        assertThat(SecondPerson.decide(open, ANOTHER, false, "x".repeat(2_001))).isEqualTo(needed);
        assertThat(SecondPerson.decide(open, ANOTHER, true, "too short")).isEqualTo(needed);
        assertThat(SecondPerson.isReason("1234567890")).isTrue();
        assertThat(SecondPerson.isReason("x".repeat(2_000))).isTrue();
    }
}
