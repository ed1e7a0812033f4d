package cn.jiangxue.reexamination;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.ReexaminationApi.FindingEdit;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationState;
import cn.jiangxue.contract.ReexaminationApi.RulingEdit;
import cn.jiangxue.contract.ReexaminationApi.RulingKind;
import cn.jiangxue.contract.ReexaminationApi.StatementEdit;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.recognition.EvidenceIntake;
import cn.jiangxue.reexamination.ReexaminationDocument.File;
import cn.jiangxue.reexamination.ReexaminationDocument.Happened;
import cn.jiangxue.reexamination.ReexaminationDocument.StoredFinding;
import cn.jiangxue.reexamination.ReexaminationDocument.StoredRuling;
import cn.jiangxue.reexamination.ReexaminationDocument.StoredStatement;
import cn.jiangxue.reexamination.rules.Answer;
import cn.jiangxue.reexamination.rules.Steps;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is done with a re-examination: taken, found, spoken to, decided. Of two at once one is written, the other is held against it. */
@Component
class Reviewing {

    private final ReexaminationStore store;
    private final ReexaminationAccess access;
    private final EvidenceIntake intake;
    private final ReexaminationPeople people;
    private final CivilTime time;

    Reviewing(
            ReexaminationStore store,
            ReexaminationAccess access,
            EvidenceIntake intake,
            ReexaminationPeople people,
            CivilTime time) {
        this.store = store;
        this.access = access;
        this.intake = intake;
        this.people = people;
        this.time = time;
    }

    Mono<ReexaminationDocument> take(Caller caller, UUID id) {
        return Tries.of(() -> access.reviewed(caller, id)
                .flatMap(stored -> answer(
                        stored,
                        Steps.take(stored.standing(), caller.personId(), time.today()),
                        "",
                        id,
                        () -> store.save(
                                stored.next(
                                        ReexaminationState.UNDER_REVIEW,
                                        stored.file()
                                                .takenBy(caller.personId())
                                                .with(happened(
                                                        new LocalText("接手复核", "Taken for review"), caller, null)),
                                        stored.actBy()),
                                fact("reexamination.taken", caller, stored, Map.of())))));
    }

    Mono<ReexaminationDocument> attach(Caller caller, UUID id, UUID evidenceId, EvidenceEdit edit) {
        return access.reviewed(caller, id).flatMap(seen -> {
            Optional<Evidence> known = seen.file().evidence().stream()
                    .filter(file -> file.id().equals(evidenceId))
                    .findFirst();
            if (known.isPresent()) {
                return answer(
                        seen,
                        known.get().fileId().equals(edit.fileId()) ? new Answer.Repeated() : new Answer.Conflicting(),
                        "",
                        evidenceId,
                        Mono::empty);
            }
            return Tries.of(() -> access.reviewed(caller, id)
                    .flatMap(stored -> answer(
                            stored,
                            Steps.attach(stored.standing(), caller.personId()),
                            "",
                            evidenceId,
                            () -> intake.take(caller, evidenceId, edit)
                                    .flatMap(file -> attach(caller, stored, file)))));
        });
    }

    private Mono<ReexaminationDocument> attach(Caller caller, ReexaminationDocument stored, Evidence file) {
        LocalText what = new LocalText(
                "附上材料：" + file.caption().zh(), "File added: " + file.caption().en());
        return store.save(
                stored.next(stored.file().with(file).with(happened(what, caller, null))),
                fact(
                        "reexamination.evidence-attached",
                        caller,
                        stored,
                        Map.of("file", file.fileId().toString())));
    }

    Mono<ReexaminationDocument> find(Caller caller, UUID id, UUID findingId, FindingEdit edit) {
        String reason = edit.reason().strip();
        return Tries.of(() -> access.reviewed(caller, id)
                .flatMap(stored -> answer(
                        stored,
                        Steps.find(stored.standing(), caller.personId(), findingId, edit.kind(), reason),
                        "reason",
                        findingId,
                        () -> found(caller, stored, findingId, edit, reason))));
    }

    private Mono<ReexaminationDocument> found(
            Caller caller, ReexaminationDocument stored, UUID findingId, FindingEdit edit, String reason) {
        StoredFinding made = new StoredFinding(
                findingId,
                edit.kind(),
                reason,
                caller.personId(),
                now(),
                WorkingDays.PUBLISHED.after(time.today(), Steps.HEARING_DAYS));
        ReexaminationState next = Steps.after(edit.kind());
        File file =
                stored.file().with(made).with(happened(ReexaminationWords.name(edit.kind()), caller, made.reason()));
        return store.save(
                stored.next(next, file, Steps.isOpen(next) ? inDays(Steps.RULING_DAYS) : null),
                LearnerNews.found(stored, made),
                fact(
                        "reexamination.found",
                        caller,
                        stored,
                        Map.of("finding", edit.kind().name(), "reason", reason)));
    }

    Mono<ReexaminationDocument> state(Caller caller, UUID id, StatementEdit edit) {
        String words = edit.words().strip();
        return Tries.of(() -> access.own(caller, id)
                .flatMap(stored -> answer(
                        stored,
                        Steps.state(stored.standing(), words),
                        "words",
                        id,
                        () -> store.save(
                                stored.next(stored.file()
                                        .with(new StoredStatement(words, now()))
                                        .with(happened(
                                                new LocalText("本人陈述意见", "The learner said something"), caller, words))),
                                fact("reexamination.stated", caller, stored, Map.of())))));
    }

    Mono<ReexaminationDocument> rule(Caller caller, UUID id, UUID rulingId, RulingEdit edit) {
        String reason = edit.reason().strip();
        return Tries.of(() -> access.ruled(caller, id)
                .flatMap(stored -> answer(
                        stored,
                        Steps.rule(
                                stored.standing(),
                                caller.personId(),
                                rulingId,
                                edit.kind(),
                                reason,
                                edit.revision(),
                                time.today()),
                        "reason",
                        rulingId,
                        () -> ruled(caller, stored, rulingId, edit.kind(), reason))));
    }

    private Mono<ReexaminationDocument> ruled(
            Caller caller, ReexaminationDocument stored, UUID rulingId, RulingKind kind, String reason) {
        StoredRuling made = new StoredRuling(rulingId, kind, reason, caller.personId(), now());
        LocalText name = ReexaminationWords.name(kind);
        LocalText what = new LocalText("决定：" + name.zh(), "Decided: " + name.en());
        ReexaminationDocument next =
                stored.next(Steps.after(kind), stored.file().with(made).with(happened(what, caller, reason)), null);
        AuditFact fact =
                fact("reexamination.decided", caller, stored, Map.of("decision", kind.name(), "reason", reason));
        return switch (kind) {
            case CONFIRM -> store.save(next, LearnerNews.ruled(stored, kind), fact);
            case OVERTURN ->
                store.save(
                        next,
                        new GradeOverturned(
                                stored.id(), stored.graded().credentialId(), caller.personId(), made.reason()),
                        LearnerNews.ruled(stored, kind),
                        fact);
        };
    }

    /** Does what the rules accept, answers a repeat with what stands, and refuses the rest. */
    private Mono<ReexaminationDocument> answer(
            ReexaminationDocument stored,
            Answer answer,
            String field,
            UUID id,
            Supplier<Mono<ReexaminationDocument>> accepted) {
        return switch (answer) {
            case Answer.Accepted ignored -> accepted.get();
            case Answer.Repeated ignored -> Mono.just(stored);
            default ->
                people.names(named(answer))
                        .flatMap(names -> Mono.error(ReexaminationRefusals.of(answer, field, id, names)));
        };
    }

    private static Set<UUID> named(Answer answer) {
        return switch (answer) {
            case Answer.TakenBy taken -> Set.of(taken.reviewer());
            case Answer.RuledBefore before -> Set.of(before.by());
            default -> Set.of();
        };
    }

    private LocalDate inDays(int workingDays) {
        return WorkingDays.PUBLISHED.after(time.today(), workingDays);
    }

    private Happened happened(LocalText what, Caller by, @Nullable String reason) {
        return new Happened(now(), what, by.personId(), reason);
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static AuditFact fact(String action, Caller caller, ReexaminationDocument stored, Map<String, String> facts) {
        return new AuditFact(
                action, caller.personId(), stored.graded().institutionId(), "reexamination:" + stored.id(), facts);
    }
}
