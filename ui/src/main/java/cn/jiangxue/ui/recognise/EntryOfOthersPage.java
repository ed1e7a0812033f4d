package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.CreditApi.EntryOfOthers;
import cn.jiangxue.contract.TransparencyApi;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.ProofDownloads;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** An entry of a learner's account as those see it who answer for it, with its proof to take away. */
@Route("recognise/entries/:entry([0-9a-fA-F-]{36})")
@RolesAllowed({"RECOGNITION_OFFICER", "ADMINISTRATOR"})
class EntryOfOthersPage extends Page implements BeforeEnterObserver {

    private final transient CreditApi credit;
    private final transient TransparencyApi logs;

    EntryOfOthersPage(CreditApi credit, TransparencyApi logs) {
        super("recognise.entry");
        this.credit = credit;
        this.logs = logs;
        addClassName("jx-narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("entry").map(UUID::fromString).orElseThrow(NotFoundException::new);
        EntryOfOthers seen = credit.entryOfOthers(id);
        Entry entry = seen.entry();
        removeAll();
        long moved = entry.availableChangeMilli() == 0 ? entry.heldChangeMilli() : entry.availableChangeMilli();
        Span number = new Span(entry.entryId().toString());
        number.addClassName("jx-hash");
        Span hash = new Span(entry.leafHash());
        hash.addClassName("jx-hash");
        add(
                new PageHeader(t("recognise.entry.title", seen.learnerName(), Words.change(moved)))
                        .above(Links.back("/recognise/corrections", t("recognise.corrections")))
                        .lead(words().of(entry.reason())),
                new Panel(
                        t("recognise.entry"),
                        new Facts()
                                .with(t("learn.entry.kind"), t("learn.entry." + entry.kind()))
                                .with(t("learn.entry.at"), words().dateTime(entry.postedAt()))
                                .with(t("learn.entry.number"), "#" + entry.seq())
                                .with(
                                        t("recognise.entry.correctable"),
                                        t(seen.correctable() ? "recognise.entry.yes" : "recognise.entry.no"))
                                .with(t("learn.entry.id"), number)
                                .with(t("learn.entry.hash"), hash)),
                new Panel(t("learn.proof"), ProofDownloads.ofEntryOfOthers(logs, id)));
    }
}
