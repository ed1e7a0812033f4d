package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.shell.SignedIn;
import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** In whose name a person states outcomes: where they are recognition officer or administrator. A guide for what to offer; the service decides. */
record Institutions(List<HeldRole> all, HeldRole chosen) {

    /** The one the address names, else the first. */
    static Institutions of(SignedIn person, BeforeEnterEvent event) {
        String wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("institution")
                .orElse("");
        Map<UUID, HeldRole> known = new LinkedHashMap<>();
        for (Role role : List.of(Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR)) {
            person.organisationsAs(role).forEach(held -> known.putIfAbsent(held.organisationId(), held));
        }
        List<HeldRole> all = new ArrayList<>(known.values());
        HeldRole chosen = all.stream()
                .filter(held -> held.organisationId().toString().equals(wanted))
                .findFirst()
                .orElseGet(all::getFirst);
        return new Institutions(List.copyOf(all), chosen);
    }
}
