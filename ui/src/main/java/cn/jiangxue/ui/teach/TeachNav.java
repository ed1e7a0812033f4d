package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.SubNav;
import cn.jiangxue.ui.shell.SignedIn;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pages of trainers; administrators who train nobody have the learners alone. */
final class TeachNav {

    static final String COURSES = "/teach";
    static final String BANK = "/teach/bank";
    static final String PAPERS = "/teach/papers";
    static final String LEARNERS = "/teach/learners";

    private TeachNav() {}

    static SubNav at(String current, SignedIn person) {
        SubNav nav = new SubNav(Texts.t("teach.nav"), current);
        if (person.has(Role.TRAINER)) {
            nav.to(COURSES, Texts.t("teach.courses"), Icon.TEACH)
                    .to(BANK, Texts.t("teach.bank"), Icon.BANK)
                    .to(PAPERS, Texts.t("teach.papers"), Icon.QUIZ);
        }
        return nav.to(LEARNERS, Texts.t("teach.learners"), Icon.LEARNERS);
    }

    /** The organisations where the person holds one of the roles, each once. */
    static List<HeldRole> organisations(SignedIn person, Role... roles) {
        Map<Object, HeldRole> once = new LinkedHashMap<>();
        Stream.of(roles)
                .flatMap(role -> person.organisationsAs(role).stream())
                .forEach(held -> once.putIfAbsent(held.organisationId(), held));
        return List.copyOf(once.values());
    }

    static Select<HeldRole> organisation(List<HeldRole> organisations) {
        Select<HeldRole> select = new Select<>();
        select.setLabel(Texts.t("teach.organisation"));
        select.setItems(organisations);
        select.setItemLabelGenerator(each -> Words.now().of(each.organisationName()));
        select.setValue(organisations.getFirst());
        select.setReadOnly(organisations.size() == 1);
        return select;
    }
}
