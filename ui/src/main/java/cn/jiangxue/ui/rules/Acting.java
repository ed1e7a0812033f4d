package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.shell.SignedIn;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.select.Select;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** In the name of which institution an officer acts. */
final class Acting {

    private Acting() {}

    static List<HeldRole> of(SignedIn person) {
        return Stream.concat(
                        person.organisationsAs(Role.RECOGNITION_OFFICER).stream(),
                        person.organisationsAs(Role.ADMINISTRATOR).stream())
                .toList();
    }

    static List<HeldRole> among(SignedIn person, Collection<UUID> institutions) {
        return of(person).stream()
                .filter(held -> institutions.contains(held.organisationId()))
                .toList();
    }

    /** The first one is chosen. */
    static Select<HeldRole> choice(List<HeldRole> held) {
        Select<HeldRole> select = new Select<>();
        select.setLabel(Texts.t("rules.inTheNameOf"));
        select.setItems(held);
        select.setItemLabelGenerator(each -> Words.now().of(each.organisationName()));
        if (!held.isEmpty()) {
            select.setValue(held.getFirst());
        }
        return select;
    }
}
