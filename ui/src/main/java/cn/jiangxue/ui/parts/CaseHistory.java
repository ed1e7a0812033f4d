package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.PromotionApi.CaseEvent;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/** What happened in a case, in order. */
public final class CaseHistory extends Div {

    public CaseHistory(List<CaseEvent> history) {
        Words words = Words.now();
        Timeline timeline = new Timeline();
        history.forEach(event ->
                timeline.event(words.dateTime(event.at()), words.of(event.what()), event.by(), event.reason()));
        add(timeline);
    }
}
