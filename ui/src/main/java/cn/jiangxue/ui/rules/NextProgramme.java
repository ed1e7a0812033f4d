package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProgrammesApi;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraft;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftState;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftSummary;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeEdit;
import cn.jiangxue.contract.RuleBookApi.ProgrammeVersionView;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way from a published version to the next one: its draft when there is one, else the button that begins it with what this version says. */
final class NextProgramme {

    private NextProgramme() {}

    static Component of(ProgrammesApi programmes, ProgrammeVersionView published) {
        return open(programmes, published.programmeId())
                .<Component>map(draft ->
                        Links.secondary(ProgrammeRows.address(draft), Texts.t("rules.prog.next.open", draft.version())))
                .orElseGet(() -> begin(programmes, published));
    }

    private static Optional<ProgrammeDraftSummary> open(ProgrammesApi programmes, String programmeId) {
        @Nullable String cursor = null;
        do {
            Page<ProgrammeDraftSummary> page = programmes.programmeDrafts(cursor);
            Optional<ProgrammeDraftSummary> found = page.items().stream()
                    .filter(draft ->
                            draft.programmeId().equals(programmeId) && draft.state() != ProgrammeDraftState.OVERTAKEN)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            cursor = page.next();
        } while (cursor != null);
        return Optional.empty();
    }

    private static Button begin(ProgrammesApi programmes, ProgrammeVersionView published) {
        int newest = published.versions().getLast();
        int next = newest + 1;
        String text =
                published.version() == newest ? Texts.t("rules.prog.next") : Texts.t("rules.prog.next.from", next);
        Button begin = Buttons.primary(text, () -> {
            ProgrammeDraft made =
                    programmes.saveProgramme(published.programmeId(), next, new ProgrammeEdit(published.content(), 0));
            UI.getCurrent().navigate(ProgrammeRows.address(made.summary()).substring(1) + "/edit");
        });
        begin.setId("next-programme");
        return begin;
    }
}
