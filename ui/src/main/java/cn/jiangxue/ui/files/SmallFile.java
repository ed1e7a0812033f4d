package cn.jiangxue.ui.files;

import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.List;
import java.util.function.BiConsumer;

/** A file small enough to be read whole (at most {@code most} bytes): captions, a list of people. */
public final class SmallFile extends Composite<Div> {

    /** {@code taken} hears of name and bytes, on the page's own thread. */
    public SmallFile(String choose, int most, List<String> endings, BiConsumer<String, byte[]> taken) {
        Upload upload =
                new Upload(UploadHandler.inMemory((metadata, bytes) -> taken.accept(metadata.fileName(), bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(most);
        upload.setDropAllowed(false);
        upload.setAcceptedFileTypes(endings.toArray(String[]::new));
        Button button = new Button(choose);
        button.setId("small-file");
        upload.setUploadButton(button);
        Paragraph problem = new Paragraph();
        problem.addClassName("jx-u-problem");
        problem.getElement().setAttribute("role", "alert");
        upload.addFileRejectedListener(e -> problem.setText(Texts.t(
                "teach.file.rejected", String.join(" ", endings), Words.now().size(most))));
        upload.addAllFinishedListener(e -> upload.clearFileList());
        getContent().add(upload, problem);
    }
}
