package cn.jiangxue.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcomeEdit;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.ui.shell.FormDialog;
import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeclaredFieldsTest {

    private static final Occupation TURNER = new Occupation("6-18-01-01", new LocalText("车工", "Turner"));

    private final DeclaredFields fields = new DeclaredFields(List.of(TURNER));
    private final Div form = new Div(fields.fields());

    @Test
    void amounts_are_sent_in_their_smallest_units_and_what_was_left_empty_is_none() {
        field("declared-title", TextField.class).setValue(" 可编程控制器培训 ");
        field("declared-issuer", TextField.class).setValue("省培训中心");
        field("declared-hours", IntegerField.class).setValue(40);
        field("declared-credits", BigDecimalField.class).setValue(new BigDecimal("2.5"));
        field("declared-score", BigDecimalField.class).setValue(new BigDecimal("88.5"));
        field("declared-on", DatePicker.class).setValue(LocalDate.of(2024, 5, 6));

        DeclaredOutcomeEdit said = fields.said(List.of());

        assertThat(said.type()).isEqualTo(OutcomeType.TRAINING);
        assertThat(said.title()).isEqualTo("可编程控制器培训");
        assertThat(said.classHours()).isEqualTo(40);
        assertThat(said.creditMilli()).isEqualTo(2_500);
        assertThat(said.scoreHundredths()).isEqualTo(8_850);
        assertThat(said.number()).isNull();
        assertThat(said.grade()).isNull();
        assertThat(said.validThrough()).isNull();
    }

    @Test
    void nothing_is_sent_before_name_issuer_and_day_are_there() {
        assertThatExceptionOfType(FormDialog.Incomplete.class).isThrownBy(() -> fields.said(List.of()));

        assertThat(field("declared-title", TextField.class).isInvalid()).isTrue();
        assertThat(field("declared-issuer", TextField.class).isInvalid()).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_grade_is_asked_for_a_skill_grade_only_and_then_with_its_occupation() {
        Select<OutcomeType> type = field("declared-type", Select.class);
        Select<Grade> grade = field("declared-grade", Select.class);
        assertThat(grade.isVisible()).isFalse();
        type.setValue(OutcomeType.SKILL_GRADE);
        assertThat(grade.isVisible()).isTrue();
        field("declared-title", TextField.class).setValue("车工三级");
        field("declared-issuer", TextField.class).setValue("省技能鉴定中心");
        field("declared-on", DatePicker.class).setValue(LocalDate.of(2024, 5, 6));
        assertThatExceptionOfType(FormDialog.Incomplete.class).isThrownBy(() -> fields.said(List.of()));

        field("declared-occupation", Select.class).setValue(TURNER);
        grade.setValue(Grade.SENIOR);

        assertThat(fields.said(List.of()).grade()).isEqualTo(Grade.SENIOR);
        assertThat(fields.said(List.of()).occupationCode()).isEqualTo(TURNER.code());
        type.setValue(OutcomeType.COURSE);
        assertThat(fields.said(List.of()).grade()).isNull();
    }

    @Test
    @SuppressWarnings("unchecked")
    void prior_learning_is_not_among_the_kinds() {
        Select<OutcomeType> type = field("declared-type", Select.class);

        assertThat(type.getListDataView().getItems()).hasSize(OutcomeType.values().length - 1);
    }

    private <F extends AbstractField<?, ?>> F field(String id, Class<F> kind) {
        return kind.cast(all(form)
                .filter(each -> each.getId().filter(id::equals).isPresent())
                .findFirst()
                .orElseThrow());
    }

    private static Stream<Component> all(Component parent) {
        return Stream.concat(Stream.of(parent), parent.getChildren().flatMap(DeclaredFieldsTest::all));
    }
}
