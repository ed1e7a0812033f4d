package cn.jiangxue.transfer;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.RuleBookApi.EntryResult;
import cn.jiangxue.contract.RuleBookApi.EntryRow;
import cn.jiangxue.contract.RuleBookApi.ImportReport;
import cn.jiangxue.contract.RuleBookApi.RuleEdit;
import cn.jiangxue.contract.RuleBookApi.RuleUpload;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.RuleBookData;
import cn.jiangxue.frameworks.RuleBookData.AgreedRule;
import cn.jiangxue.frameworks.RuleBookData.Institution;
import cn.jiangxue.frameworks.RuleBookReading;
import cn.jiangxue.frameworks.RuleBookReading.Entry;
import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.frameworks.data.DataFile;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Files that officers upload: programmes of their institution and rules become drafts of it, published and signed by nobody. Entry by entry; what is there already
 * stays as it is, so a second run changes nothing.
 */
@Component
class RuleUploads {

    private static final int BYTES = 1_048_576;

    private final RuleAuthoring authoring;
    private final RuleChecks checks;
    private final RuleShelf rules;
    private final ProgrammeUploads programmes;
    private final Organisations organisations;
    private final Standards standards;
    private final RuleBookData sample;

    RuleUploads(
            RuleAuthoring authoring,
            RuleChecks checks,
            RuleShelf rules,
            ProgrammeUploads programmes,
            Organisations organisations,
            Standards standards,
            RuleBookData sample) {
        this.authoring = authoring;
        this.checks = checks;
        this.rules = rules;
        this.programmes = programmes;
        this.organisations = organisations;
        this.standards = standards;
        this.sample = sample;
    }

    Mono<ImportReport> bringIn(Caller caller, RuleUpload upload) {
        if (!Reach.of(caller).contains(upload.institution())) {
            return Mono.error(RuleShelf.notFound());
        }
        return known().flatMap(known -> Blocking.call(() -> read(upload.text(), known)))
                .flatMapMany(Flux::fromIterable)
                .concatMap(entry -> row(caller, upload, entry))
                .collectList()
                .map(rows -> report(upload.dryRun(), rows));
    }

    /** Registered institutions by their ids, and those of the sample data by their short names. */
    private Mono<List<Institution>> known() {
        return organisations
                .institutions()
                .map(found -> new Institution(found.id().toString(), found.id(), found.name()))
                .collectList()
                .map(registered -> Stream.concat(registered.stream(), sample.institutions().stream())
                        .toList());
    }

    private List<Entry> read(String text, List<Institution> known) {
        try {
            DataFile.requireText("upload", text);
            if (text.getBytes(StandardCharsets.UTF_8).length > BYTES) {
                throw new ProblemException(ProblemCode.TOO_LARGE, "1 MiB");
            }
            return RuleBookReading.uploaded(text, known, standards.creditUnits());
        } catch (BadData bad) {
            throw new ProblemException(ProblemCode.INVALID_FIELDS).field("text", EntryRefused.said(bad));
        }
    }

    private Mono<EntryRow> row(Caller caller, RuleUpload upload, Entry entry) {
        return switch (entry) {
            case Entry.Bad bad ->
                Mono.just(new EntryRow(bad.place(), "", 0, EntryResult.REFUSED, EntryRefused.said(bad.problem())));
            case Entry.OfProgramme(var place, var programme) ->
                row(
                        place,
                        programme.id(),
                        programme.version(),
                        programmes.draft(caller, upload.institution(), programme, upload.dryRun()));
            case Entry.OfRule(var place, var rule) -> row(place, rule.id(), rule.version(), rule(caller, upload, rule));
        };
    }

    private static Mono<EntryRow> row(String place, String id, int version, Mono<EntryResult> result) {
        return result.map(done -> row(place, id, version, done, null))
                .onErrorResume(
                        EntryRefused.class,
                        refused -> Mono.just(row(place, id, version, EntryResult.REFUSED, refused)));
    }

    private static EntryRow row(
            String place, String id, int version, EntryResult result, @Nullable EntryRefused refused) {
        return new EntryRow(place, id, version, result, refused == null ? null : refused.why());
    }

    private Mono<EntryResult> rule(Caller caller, RuleUpload upload, AgreedRule rule) {
        String hash = ContentHash.ofRule(rule.id(), rule.version(), rule.content());
        return rules.find(rule.id(), rule.version())
                .map(stored -> {
                    if (!stored.hash().equals(hash)) {
                        throw EntryRefused.taken();
                    }
                    return EntryResult.SAME;
                })
                .switchIfEmpty(Mono.defer(() -> draft(caller, upload, rule)));
    }

    private Mono<EntryResult> draft(Caller caller, RuleUpload upload, AgreedRule rule) {
        RuleEdit edit = new RuleEdit(upload.institution(), rule.content(), 0);
        return checks.faults(rule.content())
                .doOnNext(faults -> {
                    if (!faults.isEmpty()) {
                        throw EntryRefused.of(faults);
                    }
                })
                .then(
                        upload.dryRun()
                                ? authoring.foresee(caller, rule.id(), rule.version(), edit)
                                : authoring
                                        .save(caller, rule.id(), rule.version(), edit)
                                        .then())
                .onErrorMap(ProblemException.class, EntryRefused::of)
                .thenReturn(EntryResult.ADDED);
    }

    private static ImportReport report(boolean dryRun, List<EntryRow> rows) {
        return new ImportReport(
                dryRun,
                count(rows, EntryResult.ADDED) + count(rows, EntryResult.FILLED),
                count(rows, EntryResult.SAME),
                count(rows, EntryResult.REFUSED),
                rows);
    }

    private static int count(List<EntryRow> rows, EntryResult result) {
        return (int) rows.stream().filter(row -> row.result() == result).count();
    }
}
