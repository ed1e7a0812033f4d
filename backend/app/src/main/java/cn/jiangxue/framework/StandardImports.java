package cn.jiangxue.framework;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.StandardsApi.ContentEdit;
import cn.jiangxue.contract.StandardsApi.ContentFault;
import cn.jiangxue.contract.StandardsApi.StandardImport;
import cn.jiangxue.contract.StandardsApi.StandardUpload;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.contract.StandardsApi.VersionKind;
import cn.jiangxue.frameworks.EditionReading;
import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.frameworks.data.DataFile;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** One standard or framework as a file: checked as the sample data is, and made the next draft when nothing is wrong. */
@Component
class StandardImports {

    private static final int BYTES = 1_048_576;

    private final VersionShelf shelf;
    private final Drafting drafting;
    private final Standards standards;
    private final NationalBody national;

    StandardImports(VersionShelf shelf, Drafting drafting, Standards standards, NationalBody national) {
        this.shelf = shelf;
        this.drafting = drafting;
        this.standards = standards;
        this.national = national;
    }

    /** A file that was read: {@code content} only when it has no faults. */
    private sealed interface Read {

        record Sound(VersionKind kind, VersionContent content) implements Read {}

        record Faulty(List<ContentFault> faults) implements Read {}
    }

    Mono<StandardImport> bringIn(Caller caller, StandardUpload upload) {
        return national.require(caller)
                .then(Blocking.call(() -> read(upload.text())))
                .flatMap(read -> switch (read) {
                    case Read.Faulty(var faults) ->
                        Mono.just(new StandardImport(upload.dryRun(), null, 0, null, false, faults));
                    case Read.Sound(var kind, var content) -> sound(caller, upload.dryRun(), kind, content);
                });
    }

    private Read read(String text) {
        try {
            DataFile.requireText("upload", text);
            if (text.getBytes(StandardCharsets.UTF_8).length > BYTES) {
                throw new ProblemException(ProblemCode.TOO_LARGE, "1 MiB");
            }
            VersionKind kind = EditionReading.isFramework(text) ? VersionKind.FRAMEWORK : VersionKind.STANDARD;
            List<ContentFault> faults = Contents.faults(kind, text, standards.creditUnits());
            return faults.isEmpty()
                    ? new Read.Sound(kind, Contents.of(kind, EditionReading.json(text)))
                    : new Read.Faulty(faults);
        } catch (BadData unreadable) {
            return new Read.Faulty(List.of(Contents.fault(unreadable)));
        }
    }

    private Mono<StandardImport> sound(Caller caller, boolean dryRun, VersionKind kind, VersionContent content) {
        String subject = Contents.subject(content);
        String text = Contents.text(content);
        return shelf.versions(subject).flatMap(versions -> {
            if (!versions.isEmpty() && versions.getLast().content().equals(text)) {
                return Mono.just(answer(dryRun, content, versions.getLast().version(), true, List.of()));
            }
            List<ContentFault> faults = drafting.faults(kind, text, Contents.edition(content), versions);
            if (!faults.isEmpty()) {
                return Mono.just(answer(dryRun, content, 0, false, faults));
            }
            int next = Drafting.next(versions);
            StandardImport made = answer(dryRun, content, next, false, List.of());
            return dryRun
                    ? Mono.just(made)
                    : drafting.save(caller, subject, next, new ContentEdit(content, 0))
                            .thenReturn(made);
        });
    }

    private static StandardImport answer(
            boolean dryRun, VersionContent content, int version, boolean same, List<ContentFault> faults) {
        return new StandardImport(dryRun, Contents.subject(content), version, Contents.name(content), same, faults);
    }
}
