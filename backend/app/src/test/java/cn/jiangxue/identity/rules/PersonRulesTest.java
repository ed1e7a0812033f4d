package cn.jiangxue.identity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.IdentityApi.NewPerson;
import cn.jiangxue.contract.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final UUID PROVINCE = new UUID(0, 1);
    private static final UUID DISTRICT = new UUID(0, 2);
    private static final UUID ELSEWHERE = new UUID(0, 3);

    @Test
    void the_standards_own_example_is_a_number_and_tells_the_birthday() {
        var number = IdentityNumber.parse(" 11010519491231002x ", TODAY).orElseThrow();

        assertThat(number.value()).isEqualTo("11010519491231002X");
        assertThat(number.dateOfBirth()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(number).hasToString("110*************2X");
    }

    @Test
    void a_number_with_a_wrong_part_is_none() {
        assertThat(IdentityNumber.parse("110105194912310021", TODAY)).isEmpty();
        assertThat(IdentityNumber.parse("11010519491231002", TODAY)).isEmpty();
        assertThat(IdentityNumber.parse("", TODAY)).isEmpty();
        assertThat(parsed("99010519491231002")).isEmpty();
        assertThat(parsed("11010519490231002")).isEmpty();
        assertThat(parsed("11010518991231002")).isEmpty();
        assertThat(parsed("11010520261121002")).isEmpty();
        assertThat(parsed("11010520261120002")).isPresent();
        assertThat(parsed("11010519000101002")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 11, 643, 2026})
    void one_wrong_digit_is_always_noticed(long seed) {
        Random random = new Random(seed);
        String good = numbered(
                "1101051949" + (10 + random.nextInt(3)) + (10 + random.nextInt(18)) + (100 + random.nextInt(900)));
        int at = 14 + random.nextInt(3);
        char other = (char) ('0' + (good.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        String wrong = good.substring(0, at) + other + good.substring(at + 1);

        assertThat(IdentityNumber.parse(good, TODAY))
                .as("seed %d: %s", seed, good)
                .isPresent();
        assertThat(IdentityNumber.parse(wrong, TODAY))
                .as("seed %d: %s", seed, wrong)
                .isEmpty();
    }

    @Test
    void masks_leave_just_enough_to_recognise_ones_own() {
        assertThat(Masking.phone("13812345678")).isEqualTo("138****5678");
        assertThat(Masking.identityNumber("11010519491231002X")).isEqualTo("110*************2X");
        assertThat(Masking.phone("1381234")).isEqualTo("*******");
        assertThat(Masking.phone("13812345")).isEqualTo("138*2345");
    }

    @Test
    void an_administrator_sees_who_holds_a_role_inside_and_takes_over_only_who_holds_every_office_inside() {
        var learner = new Reach.Held(Role.LEARNER, List.of(PROVINCE, DISTRICT));
        var officeAbove = new Reach.Held(Role.ADMINISTRATOR, List.of(PROVINCE));
        var studiesElsewhere = new Reach.Held(Role.LEARNER, List.of(ELSEWHERE));

        assertThat(Reach.sees(Set.of(DISTRICT), List.of(learner))).isTrue();
        assertThat(Reach.sees(Set.of(ELSEWHERE), List.of(learner))).isFalse();
        assertThat(Reach.mayTakeOver(Set.of(DISTRICT), List.of(learner, studiesElsewhere)))
                .isTrue();
        assertThat(Reach.mayTakeOver(Set.of(DISTRICT), List.of(learner, officeAbove)))
                .isFalse();
        assertThat(Reach.mayTakeOver(Set.of(PROVINCE), List.of(learner, officeAbove)))
                .isTrue();
        assertThat(Reach.mayTakeOver(Set.of(DISTRICT), List.of())).isFalse();
    }

    @Test
    void a_new_person_is_told_every_fault_at_once() {
        assertThat(NewPersonRules.faults(person("li.si", "李四", "13912345678", "long-enough-7")))
                .isEmpty();
        assertThat(NewPersonRules.faults(person("li.si", "李四", null, "long-enough-7")))
                .isEmpty();
        assertThat(NewPersonRules.faults(person("!", " ", "123", "short")))
                .extracting(Fault::field)
                .containsExactly("userName", "displayName", "phone", "initialPassword");
        assertThat(NewPersonRules.faults(person("li.si", "李四", "13912345678", "x13912345678")))
                .extracting(Fault::field)
                .containsExactly("initialPassword");
        assertThat(NewPersonRules.faults(person("li.si", "李四", null, "my-li.si-pass")))
                .hasSize(1);
    }

    @Test
    void names_have_bounds() {
        assertThat(NewPersonRules.nameFaults("n", "名".repeat(50))).isEmpty();
        assertThat(NewPersonRules.nameFaults("n", "名".repeat(51))).hasSize(1);
        assertThat(NewPersonRules.nameFaults("n", "a\nb")).hasSize(1);
        assertThat(NewPersonRules.realNameFaults("n", " 买买提·艾力 ")).isEmpty();
        assertThat(NewPersonRules.realNameFaults("n", "John O'Neil")).isEmpty();
        assertThat(NewPersonRules.realNameFaults("n", "王")).hasSize(1);
        assertThat(NewPersonRules.realNameFaults("n", "王5")).hasSize(1);
    }

    @Test
    void a_reason_says_something_and_carries_no_number() {
        assertThat(UnmaskReason.faults("核对证书姓名")).isEmpty();
        assertThat(UnmaskReason.faults("核对证书")).isEmpty();
        assertThat(UnmaskReason.faults("核 对 ")).hasSize(1);
        assertThat(UnmaskReason.faults("x".repeat(200))).isEmpty();
        assertThat(UnmaskReason.faults("x".repeat(201))).hasSize(1);
        assertThat(UnmaskReason.faults("核对 13912345678")).hasSize(1);
    }

    private static java.util.Optional<IdentityNumber> parsed(String seventeen) {
        return IdentityNumber.parse(numbered(seventeen), TODAY);
    }

    private static String numbered(String seventeen) {
        return seventeen + IdentityNumber.checkCharacter(seventeen);
    }

    private static NewPerson person(String userName, String name, @Nullable String phone, String password) {
        return new NewPerson(userName, name, phone, password, true, Role.LEARNER, PROVINCE);
    }
}
