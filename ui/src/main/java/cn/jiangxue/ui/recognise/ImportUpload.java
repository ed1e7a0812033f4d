package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.LearningApi.ImportFormat;
import cn.jiangxue.contract.StatingApi;
import cn.jiangxue.contract.StatingApi.Import;
import cn.jiangxue.contract.StatingApi.NewImport;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes a file of rows and hands it on part by part, as a dry run. The file is never held in memory, and gone from this server once it is handed on. */
final class ImportUpload extends Composite<Div> {

    private final transient StatingApi stating;
    private final transient UUID institution;
    private final transient Consumer<Import> sent;
    private final ProblemNotice problem = new ProblemNotice();

    ImportUpload(StatingApi stating, UUID institution, Consumer<Import> sent) {
        this.stating = stating;
        this.institution = institution;
        this.sent = sent;
        Upload upload = new Upload(UploadHandler.toTempFile((metadata, file) -> take(metadata.fileName(), file)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) StatingApi.MOST_BYTES);
        upload.setDropAllowed(false);
        upload.setAcceptedFileTypes(".csv", ".xlsx");
        Button button = new Button(Texts.t("recognise.imports.choose"));
        button.setId("import-file");
        upload.setUploadButton(button);
        Paragraph rejected = new Paragraph();
        rejected.addClassName("jx-u-problem");
        rejected.getElement().setAttribute("role", "alert");
        upload.addFileRejectedListener(e -> rejected.setText(
                Texts.t("teach.file.rejected", ".csv .xlsx", Words.now().size(StatingApi.MOST_BYTES))));
        upload.addAllFinishedListener(e -> upload.clearFileList());
        getContent().add(upload, rejected, problem);
    }

    private void take(String name, File file) {
        problem.clear();
        try {
            sent.accept(send(name, file.toPath()));
        } catch (RuntimeException refused) {
            problem.show(refused);
        } finally {
            remove(file.toPath());
        }
    }

    private Import send(String name, Path file) {
        UUID id = Ids.next();
        try {
            stating.announce(
                    id, new NewImport(institution, name, format(name), Files.size(file), sha256(file), true, null));
            try (InputStream in = Files.newInputStream(file)) {
                int n = 0;
                for (byte[] part = in.readNBytes(StatingApi.PART_BYTES);
                        part.length > 0;
                        part = in.readNBytes(StatingApi.PART_BYTES)) {
                    stating.part(id, n++, part);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stating.start(id);
    }

    private static ImportFormat format(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? ImportFormat.XLSX : ImportFormat.CSV;
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
