package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.TransparencyApi;
import cn.jiangxue.contract.TransparencyApi.Statement;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.json.JsonMapper;

/** Proofs to take away: of one entry, or of the whole account. They are made when they are asked for. */
final class ProofDownloads {

    /** Pages of 100 entries in one file; what is beyond is in the interface. */
    private static final int MOST_PAGES = 50;

    private static final int UNAVAILABLE = 503;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProofDownloads() {}

    static Component ofAccount(TransparencyApi logs) {
        return actions(
                download(t("learn.proof.statement"), "jiangxue-statement.json", () -> statement(logs)),
                t("learn.proof.statement.text"));
    }

    static Component ofEntry(TransparencyApi logs, long seq) {
        return actions(
                download(t("learn.proof.entry"), "jiangxue-proof-" + seq + ".json", () -> logs.entryProof(seq)),
                t("learn.proof.entry.text"));
    }

    private static List<Statement> statement(TransparencyApi logs) {
        List<Statement> pages = new ArrayList<>(List.of(logs.statement(null)));
        while (pages.getLast().next() != null && pages.size() < MOST_PAGES) {
            pages.add(logs.statement(pages.getLast().next()));
        }
        return pages;
    }

    private static Component actions(Anchor download, String text) {
        Div buttons = new Div(download, Links.to("/proof", t("learn.proof.check")));
        buttons.addClassName("jx-actions");
        Paragraph words = new Paragraph(text);
        words.addClassName("jx-quiet");
        return new Div(words, buttons);
    }

    private static Anchor download(String text, String fileName, Supplier<?> made) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    try {
                        byte[] file = JSON.writeValueAsBytes(made.get());
                        return new DownloadResponse(
                                new ByteArrayInputStream(file), fileName, "application/json", file.length);
                    } catch (RestClientResponseException refused) {
                        return DownloadResponse.error(refused.getStatusCode().value());
                    } catch (RuntimeException unanswered) {
                        return DownloadResponse.error(UNAVAILABLE);
                    }
                }),
                "");
        link.add(Icon.FILE.svg(), new Span(text));
        link.addClassNames("jx-button", "jx-button-secondary");
        link.getElement().setAttribute("download", fileName);
        return link;
    }

    private static String t(String key) {
        return Texts.t(key);
    }
}
