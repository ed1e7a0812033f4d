package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleBookApi.BookChange;
import cn.jiangxue.contract.RuleBookApi.BookEntry;
import cn.jiangxue.contract.RuleBookApi.EntryResult;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.frameworks.RuleBookData.ProgrammeVersion;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.transfer.rules.ProgrammeCheck;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An institution publishes a version of a programme of its own. It holds from its date, but never before the day it was published. */
@Component
class ProgrammePublishing {

    private final ProgrammeShelf programmes;
    private final CivilTime time;

    ProgrammePublishing(ProgrammeShelf programmes, CivilTime time) {
        this.programmes = programmes;
        this.time = time;
    }

    /**
     * From that date.
     *
     * @throws EntryRefused inside the answer, with the reason
     */
    Mono<EntryResult> publish(Caller caller, UUID institution, ProgrammeVersion entry, LocalDate from) {
        return programmes.versions(entry.id()).flatMap(earlier -> {
            Optional<EntryResult> known = known(earlier, entry);
            if (known.isPresent()) {
                return Mono.just(known.get());
            }
            requireNext(earlier, institution, entry);
            return insert(caller, institution, entry, from);
        });
    }

    private static Optional<EntryResult> known(List<ProgrammeDocument> earlier, ProgrammeVersion entry) {
        return earlier.stream()
                .filter(stored -> stored.version() == entry.version())
                .findFirst()
                .map(stored -> same(stored, entry));
    }

    /** @throws EntryRefused for other content under its number */
    static EntryResult same(ProgrammeDocument stored, ProgrammeVersion entry) {
        if (!stored.hash().equals(ContentHash.ofProgramme(entry.id(), entry.version(), entry.content()))) {
            throw EntryRefused.taken();
        }
        return EntryResult.SAME;
    }

    private static void requireNext(List<ProgrammeDocument> earlier, UUID institution, ProgrammeVersion entry) {
        if (!entry.content().institution().equals(institution)) {
            throw new EntryRefused(
                    new LocalText("培养方案只能由授予机构自己发布", "A programme is published by the institution that awards"));
        }
        boolean foreign = earlier.stream()
                .anyMatch(stored -> !stored.content().institution().equals(institution));
        int next = earlier.isEmpty() ? 1 : earlier.getLast().version() + 1;
        if (foreign || entry.version() != next) {
            throw new EntryRefused(new LocalText(
                    "下一个版本须由同一机构接续发布，应为第%d版".formatted(next),
                    "The next version, %d, follows by the same institution".formatted(next)));
        }
        List<RuleFault> faults = ProgrammeCheck.faults(entry.content());
        if (!faults.isEmpty()) {
            throw EntryRefused.of(faults);
        }
    }

    private Mono<EntryResult> insert(Caller caller, UUID institution, ProgrammeVersion entry, LocalDate from) {
        ProgrammeDocument document = ProgrammeDocument.published(
                entry.id(),
                entry.version(),
                entry.content(),
                from,
                time.clock().instant().truncatedTo(ChronoUnit.MILLIS));
        RuleBookChanged told = new RuleBookChanged(
                BookChange.PUBLISHED,
                BookEntry.PROGRAMME,
                entry.id(),
                entry.version(),
                entry.content().name(),
                institution,
                null);
        AuditFact fact = new AuditFact(
                "programme.published",
                caller.personId(),
                institution,
                "programme:" + new RuleRef(entry.id(), entry.version()),
                Map.of("hash", document.hash()));
        return programmes
                .insert(document, told, fact)
                .flatMap(inserted -> inserted ? Mono.just(EntryResult.ADDED) : Mono.error(EntryRefused.taken()));
    }
}
