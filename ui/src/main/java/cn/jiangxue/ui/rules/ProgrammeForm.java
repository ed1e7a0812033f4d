package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.ui.shell.Lines;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;

/** The fields of one part of a programme. */
abstract class ProgrammeForm extends Div {

    ProgrammeForm() {
        addClassName("jx-column");
    }

    /** The programme with what the fields of this part say now. */
    abstract ProgrammeContent on(ProgrammeContent content);

    /** The field where that is written; empty when there is none here. */
    abstract Optional<Component> at(FaultPlace place);

    /** The field in the line that the fault is in, or in the first where it is in none. */
    static Optional<Component> at(Lines<?> lines, FaultPlace place) {
        return lines.at(Math.max(0, place.index()), place.field());
    }
}
