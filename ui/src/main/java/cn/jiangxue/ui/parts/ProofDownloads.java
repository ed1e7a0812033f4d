package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.TransparencyApi;
import cn.jiangxue.contract.TransparencyApi.Statement;
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
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.json.JsonMapper;

/** What is taken away as a file: proofs of one entry or of a whole account, statements on paper. Made when it is asked for. */
public final class ProofDownloads {

    /** Pages of 100 entries in one file; what is beyond is in the interface. */
    private static final int MOST_PAGES = 50;

    /** Entries of one file on paper, as the service makes them. */
    private static final int PAPER_ENTRIES = 2_000;

    private static final int MOST_FILES = 50;
    private static final int UNAVAILABLE = 503;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProofDownloads() {}

    public static Component ofAccount(TransparencyApi logs) {
        return actions(
                download(t("learn.proof.statement"), "jiangxue-statement.json", () -> statement(logs)),
                t("learn.proof.statement.text"));
    }

    public static Component ofEntry(TransparencyApi logs, long seq) {
        return actions(
                download(t("learn.proof.entry"), "jiangxue-proof-" + seq + ".json", () -> logs.entryProof(seq)),
                t("learn.proof.entry.text"));
    }

    /** The same for an officer who answers for the entry. */
    public static Component ofEntryOfOthers(TransparencyApi logs, UUID entryId) {
        return actions(
                download(
                        t("learn.proof.entry"),
                        "jiangxue-proof-" + entryId + ".json",
                        () -> logs.entryProofOfOthers(entryId)),
                t("recognise.entry.proof.text"));
    }

    /** The account on paper: a link for each file of 2,000 entries, the newest first. {@code seq}: of the newest entry. */
    public static Component onPaper(CreditApi credit, long seq) {
        int files = (int) Math.clamp(Math.ceilDiv(seq, PAPER_ENTRIES), 1, MOST_FILES);
        Div links = new Div();
        links.addClassName("jx-actions");
        for (int file = files; file >= 1; file--) {
            int number = file;
            String text = files == 1
                    ? t("learn.proof.paper")
                    : Texts.t(
                            "learn.proof.paper.of",
                            (file - 1) * PAPER_ENTRIES + 1,
                            Math.min(seq, file * PAPER_ENTRIES));
            links.add(link(
                    text,
                    "jiangxue-statement-" + file + ".pdf",
                    "application/pdf",
                    () -> credit.printedStatement(number)));
        }
        Paragraph words = new Paragraph(t("learn.proof.paper.text"));
        words.addClassName("jx-quiet");
        return new Div(words, links);
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
        return link(text, fileName, "application/json", () -> JSON.writeValueAsBytes(made.get()));
    }

    /** A link to a file that is made when it is asked for. */
    public static Anchor link(String text, String fileName, String type, Supplier<byte[]> made) {
        Anchor link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    try {
                        byte[] file = made.get();
                        return new DownloadResponse(new ByteArrayInputStream(file), fileName, type, file.length);
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
