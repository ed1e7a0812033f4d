package cn.jiangxue.content.media.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkRulesTest {

    @Test
    void two_messages_of_life_may_be_lost_before_work_is_taken_over() {
        assertThat(WorkRules.RENEWAL.multipliedBy(3)).isLessThanOrEqualTo(WorkRules.LEASE);
    }

    @Test
    void there_are_three_tries_with_longer_pauses() {
        assertThat(WorkRules.mayTryAgain(2)).isTrue();
        assertThat(WorkRules.mayTryAgain(3)).isFalse();
        assertThat(WorkRules.pauseAfter(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(WorkRules.pauseAfter(2)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void languages_are_tags() {
        assertThat(CaptionLanguage.known("zh")).isTrue();
        assertThat(CaptionLanguage.known("zh-Hans-CN")).isTrue();
        assertThat(CaptionLanguage.known("../zh")).isFalse();
        assertThat(CaptionLanguage.known("ZH")).isFalse();
    }
}
