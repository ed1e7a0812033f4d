package cn.jiangxue.organisation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.organisation.rules.Placing.Place;
import cn.jiangxue.organisation.rules.Placing.Placed;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacingTest {

    private static final UUID NATIONAL = new UUID(0, 1);
    private static final Placed TOP = new Placed(NATIONAL, OrganisationKind.UNION_NATIONAL, List.of(), 0);
    private static final Placed CITY = new Placed(new UUID(0, 2), OrganisationKind.UNION_CITY, List.of(NATIONAL), 1);

    @Test
    void a_union_stands_below_a_higher_one_and_knows_all_above_it() {
        assertThat(Placing.place(OrganisationKind.UNION_PROVINCE, TOP, NATIONAL))
                .isEqualTo(new Place.At(List.of(NATIONAL), 1));
        assertThat(Placing.place(OrganisationKind.UNION_ENTERPRISE, CITY, NATIONAL))
                .isEqualTo(new Place.At(List.of(NATIONAL, CITY.id()), 2));
    }

    @Test
    void a_union_never_stands_below_its_like_or_a_lower_one() {
        for (OrganisationKind kind : List.of(OrganisationKind.UNION_CITY, OrganisationKind.UNION_PROVINCE)) {
            assertThat(Placing.place(kind, CITY, NATIONAL))
                    .isEqualTo(new Place.CannotHold(OrganisationKind.UNION_CITY));
        }
        assertThat(Placing.place(OrganisationKind.UNION_CITY, null, NATIONAL)).isEqualTo(new Place.NeedsParent());
        assertThat(Placing.place(OrganisationKind.UNION_NATIONAL, TOP, NATIONAL))
                .isEqualTo(new Place.OnlyOneNational());
    }

    @Test
    void employers_and_institutions_stand_below_a_union_or_beside_the_tree() {
        for (OrganisationKind kind : List.of(OrganisationKind.EMPLOYER, OrganisationKind.INSTITUTION)) {
            assertThat(Placing.place(kind, CITY, NATIONAL)).isEqualTo(new Place.At(List.of(NATIONAL, CITY.id()), 2));
            assertThat(Placing.place(kind, null, NATIONAL)).isEqualTo(new Place.At(List.of(NATIONAL), 0));
        }
    }

    @Test
    void employers_institutions_and_enterprise_unions_hold_nothing() {
        for (OrganisationKind parent :
                List.of(OrganisationKind.EMPLOYER, OrganisationKind.INSTITUTION, OrganisationKind.UNION_ENTERPRISE)) {
            for (OrganisationKind kind : OrganisationKind.values()) {
                assertThat(Placing.canHold(parent, kind))
                        .as("%s below %s", kind, parent)
                        .isFalse();
            }
        }
    }

    @Test
    void a_name_is_needed_in_chinese_and_bounded_in_both_languages() {
        assertThat(NameRules.faults(new LocalText("市总工会", ""))).isEmpty();
        assertThat(NameRules.faults(new LocalText("名".repeat(80), "n".repeat(80))))
                .isEmpty();
        assertThat(NameRules.faults(new LocalText(" ", "n".repeat(81))))
                .extracting(NameRules.Fault::field)
                .containsExactly("name.zh", "name.en");
        assertThat(NameRules.faults(new LocalText("名".repeat(81), ""))).hasSize(1);
    }
}
