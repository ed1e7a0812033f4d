package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.EvaluationApi.PersonName;
import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.ProblemNotice;
import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What filing a plan and filing its next version have in common. */
abstract class PlanEditing extends Page {

    /** Pages of the enterprise's people that are looked through for assessors. */
    private static final int PAGES = 20;

    private final transient IdentityApi identity;
    final ProblemNotice problem = new ProblemNotice();

    PlanEditing(String titleKey, IdentityApi identity) {
        super(titleKey);
        this.identity = identity;
    }

    /** Who holds the role of an assessor in the enterprise. */
    List<PersonName> assessors(UUID employer) {
        List<PersonName> found = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < PAGES; page++) {
            cursor = collect(employer, cursor, found);
            if (cursor == null) {
                break;
            }
        }
        return found;
    }

    private @Nullable String collect(UUID employer, @Nullable String cursor, List<PersonName> found) {
        Predicate<HeldRole> assesses =
                held -> held.role() == Role.ASSESSOR && held.organisationId().equals(employer);
        var page = identity.people(employer, null, cursor);
        for (PersonView person : page.items()) {
            if (person.roles().stream().anyMatch(assesses)) {
                found.add(new PersonName(person.personId(), person.displayName()));
            }
        }
        return page.next();
    }

    Button send(Runnable filing) {
        Button send = Buttons.primary(t("govern.plan.send"), () -> {
            try {
                filing.run();
            } catch (FormDialog.Incomplete missing) {
                return;
            } catch (RuntimeException refused) {
                problem.show(refused);
            }
        });
        send.setId("plan-send");
        return send;
    }
}
