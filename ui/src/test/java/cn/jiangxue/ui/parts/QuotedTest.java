package cn.jiangxue.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.dom.Element;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotedTest {

    @Test
    void each_text_is_marked_by_itself_and_what_stands_between_them_is_not() {
        Element all = Quoted.each(" + ", List.of("可编程控制器培训", "PLC-2025-17")).getElement();

        assertThat(all.getTextRecursively()).isEqualTo("可编程控制器培训 + PLC-2025-17");
        assertThat(all.getAttribute("lang")).isNull();
        assertThat(all.getChildren().filter(child -> !child.isTextNode()).map(child -> child.getAttribute("lang")))
                .containsExactly("zh-CN", null);
    }
}
