package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CredentialApi;
import cn.jiangxue.contract.CredentialApi.Credential;
import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.contract.CredentialApi.Disclosure;
import cn.jiangxue.contract.CredentialApi.DisclosureEdit;
import cn.jiangxue.ui.parts.CredentialBadge;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.QrCode;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.text.Languages;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.UUID;
import org.springframework.core.io.Resource;

/** One credential as its holder sees it. */
final class CredentialCard extends Article {

    private final transient CredentialApi credentials;
    private final UUID id;

    CredentialCard(CredentialApi credentials, Credential credential) {
        this.credentials = credentials;
        this.id = credential.id();
        addClassNames("jx-credential", "jx-panel");
        Div columns = new Div(text(credential), code(credential));
        columns.addClassName("jx-credential-columns");
        add(columns, disclosure(credential), actions(credential));
    }

    private static Component text(Credential credential) {
        Words words = Words.now();
        Span eyebrow = new Span(words.of(credential.occupation()));
        eyebrow.addClassName("jx-eyebrow");
        Facts facts = new Facts()
                .with(t("learn.credential.issuer"), words.of(credential.issuer()))
                .with(t("learn.credential.issued"), words.date(credential.issuedAt()))
                .with(
                        t("learn.credential.expires"),
                        credential.expiresAt() == null
                                ? t("learn.credential.never")
                                : words.date(credential.expiresAt()))
                .with(t("learn.credential.number"), credential.number());
        Div text = new Div(
                eyebrow, new H2(words.of(credential.gradeName())), CredentialBadge.of(credential.state()), facts);
        if (credential.state() != CredentialState.ACTIVE && credential.stateReason() != null) {
            Paragraph why = new Paragraph(t("learn.credential.why", credential.stateReason()));
            why.addClassNames("jx-note", "jx-note-warning");
            text.add(why);
        }
        text.addClassName("jx-credential-text");
        return text;
    }

    private static Component code(Credential credential) {
        Span caption = new Span(t("learn.credential.scan"));
        caption.addClassName("jx-quiet");
        Div code = new Div(new QrCode(credential.verifyUrl(), t("learn.credential.qr")), caption);
        code.addClassName("jx-credential-code");
        return code;
    }

    private Component disclosure(Credential credential) {
        CheckboxGroup<Disclosure> shown = new CheckboxGroup<>(t("learn.credential.disclose"));
        shown.setHelperText(t("learn.credential.disclose.help"));
        shown.setItems(Disclosure.values());
        shown.setItemLabelGenerator(each -> t("learn.disclosure." + each));
        shown.setValue(credential.disclosed());
        shown.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                EnumSet<Disclosure> chosen = EnumSet.noneOf(Disclosure.class);
                chosen.addAll(e.getValue());
                credentials.disclose(id, new DisclosureEdit(chosen));
                Pages.say(t("learn.credential.disclosed"));
            }
        });
        return shown;
    }

    private Component actions(Credential credential) {
        String lang = Languages.isEnglish(Languages.current()) ? "en" : "zh";
        Div actions = new Div(
                download(
                        t("learn.credential.pdf"),
                        Icon.DOWNLOAD,
                        () -> credentials.pdf(id, lang),
                        credential.number() + ".pdf",
                        "application/pdf"),
                download(
                        t("learn.credential.json"),
                        Icon.FILE,
                        () -> credentials.document(id),
                        credential.number() + ".json",
                        "application/vc+json"));
        Anchor verify = new Anchor(credential.verifyUrl(), t("learn.credential.verify"));
        verify.addClassNames("jx-button", "jx-button-secondary");
        verify.getElement().setAttribute("router-ignore", true);
        actions.add(verify);
        actions.addClassName("jx-actions");
        return actions;
    }

    private interface Source {
        Resource open();
    }

    private static Anchor download(String text, Icon icon, Source source, String fileName, String type) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    try {
                        Resource file = source.open();
                        return new DownloadResponse(file.getInputStream(), fileName, type, -1);
                    } catch (IOException | RuntimeException e) {
                        return DownloadResponse.error(503);
                    }
                }),
                "");
        link.add(icon.svg(), new Span(text));
        link.addClassNames("jx-button", "jx-button-secondary");
        link.getElement().setAttribute("download", fileName);
        return link;
    }

    private static String t(String key, Object... values) {
        return Texts.t(key, values);
    }
}
