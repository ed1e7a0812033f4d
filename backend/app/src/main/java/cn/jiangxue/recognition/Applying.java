package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.RecognitionApi.CaseAct;
import cn.jiangxue.contract.RecognitionApi.RecognitionEdit;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.recognition.CaseDocument.Asked;
import cn.jiangxue.recognition.CaseDocument.Dossier;
import cn.jiangxue.recognition.CaseDocument.Happened;
import cn.jiangxue.recognition.CaseDocument.StoredFile;
import cn.jiangxue.recognition.Evaluations.Judged;
import cn.jiangxue.recognition.Evaluations.Question;
import cn.jiangxue.recognition.rules.Actor;
import cn.jiangxue.recognition.rules.Day;
import cn.jiangxue.recognition.rules.Menu;
import cn.jiangxue.recognition.rules.Needs;
import cn.jiangxue.recognition.rules.Procedure;
import cn.jiangxue.recognition.rules.Proceeding;
import cn.jiangxue.recognition.rules.Proceedings;
import cn.jiangxue.recognition.rules.State;
import cn.jiangxue.transfer.Programme;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.WorkingDays;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What applicants hand in: the application and its files. */
@Component
class Applying {

    private final Cases cases;
    private final Evaluations evaluations;
    private final DeclaredRecord declared;
    private final Awarders awarders;
    private final EvidenceIntake intake;
    private final RecognitionProperties properties;
    private final CivilTime time;

    Applying(
            Cases cases,
            Evaluations evaluations,
            DeclaredRecord declared,
            Awarders awarders,
            EvidenceIntake intake,
            RecognitionProperties properties,
            CivilTime time) {
        this.cases = cases;
        this.evaluations = evaluations;
        this.declared = declared;
        this.awarders = awarders;
        this.intake = intake;
        this.properties = properties;
        this.time = time;
    }

    /** Submits an application; the same again answers the same case. */
    Mono<CaseDocument> apply(Caller caller, UUID id, RecognitionEdit edit) {
        check(edit);
        return existing(caller, id, edit).switchIfEmpty(Mono.defer(() -> submit(caller, id, edit)));
    }

    private Mono<CaseDocument> existing(Caller caller, UUID id, RecognitionEdit edit) {
        return cases.find(id).map(stored -> {
            if (!stored.learnerId().equals(caller.learnerId())) {
                throw new ProblemException(ProblemCode.NOT_FOUND);
            }
            if (!isOf(stored, edit)) {
                throw new ProblemException(ProblemCode.CONFLICTING_REPEAT, id);
            }
            return stored;
        });
    }

    private static boolean isOf(CaseDocument stored, RecognitionEdit edit) {
        return stored.asked().programmeId().equals(edit.programmeId())
                && stored.asked().outcomes().equals(edit.outcomeIds())
                && stored.asked().statement().equals(edit.statement().strip())
                && edit.attachments().stream()
                        .allMatch(attached -> stored.dossier().files().stream()
                                .anyMatch(file -> file.evidence().id().equals(attached.id())
                                        && file.evidence()
                                                .fileId()
                                                .equals(attached.file().fileId())));
    }

    private Mono<CaseDocument> submit(Caller caller, UUID id, RecognitionEdit edit) {
        Question question = new Question(
                new LearnerId(caller.learnerId()), edit.programmeId(), edit.outcomeIds(), Optional.empty());
        Mono<List<StoredFile>> files = Flux.fromIterable(edit.attachments())
                .concatMap(attached -> intake.take(caller, attached.id(), attached.file())
                        .map(evidence -> new StoredFile(attached.outcomeId(), evidence)))
                .collectList();
        return Mono.zip(evaluations.judge(question), files)
                .flatMap(both -> withDeclared(caller, both.getT1(), both.getT2())
                        .flatMap(all -> awarder(both.getT1())
                                .flatMap(awarder -> submitted(caller, id, edit, both.getT1(), all, awarder))));
    }

    /** With the files that speak for the outcomes of elsewhere among those that were judged. */
    private Mono<List<StoredFile>> withDeclared(Caller caller, Judged judged, List<StoredFile> files) {
        return declared.among(caller.learnerId(), judged.assumed())
                .flatMapIterable(each -> each.files().stream()
                        .map(file -> new StoredFile(each.id(), file))
                        .toList())
                .collectList()
                .map(spoken -> Stream.concat(spoken.stream(), files.stream()).toList());
    }

    /** Those who would have to agree have to be on the platform. */
    private Mono<Organisation> awarder(Judged judged) {
        Programme programme = judged.request().programme();
        if (judged.evaluation().grants().isEmpty()) {
            return Mono.error(Refusals.grantsNothing(programme.name()));
        }
        Consent consent = Consent.of(judged);
        return awarders.find(programme.institution())
                .filter(found -> found.kind() == OrganisationKind.INSTITUTION)
                .filterWhen(found -> awarders.names(consent.ids())
                        .map(known -> known.size() == consent.institutions().size()))
                .switchIfEmpty(
                        Mono.error(() -> new ProblemException(ProblemCode.PROGRAMME_NOT_OPEN, programme.name())));
    }

    private Mono<CaseDocument> submitted(
            Caller caller, UUID id, RecognitionEdit edit, Judged judged, List<StoredFile> files, Organisation awarder) {
        Instant now = now();
        return evaluations
                .pin(id, judged, now)
                .map(pinned -> made(caller, id, edit, judged, files, awarder, pinned.id(), now))
                .flatMap(made -> cases.insert(made, told(made))
                        .flatMap(inserted -> inserted
                                ? Mono.just(made)
                                : existing(caller, id, edit)
                                        .switchIfEmpty(Mono.error(
                                                () -> new ProblemException(ProblemCode.CASE_ALREADY_OPEN)))));
    }

    private CaseDocument made(
            Caller caller,
            UUID id,
            RecognitionEdit edit,
            Judged judged,
            List<StoredFile> files,
            Organisation awarder,
            UUID evaluationId,
            Instant now) {
        Consent consent = Consent.of(judged);
        Programme programme = judged.request().programme();
        Procedure procedure = properties.procedure(programme.id());
        Needs needs = new Needs(awarder.id(), consent.panel(), consent.ids(), awarder.parentId());
        Proceeding proceeding = Proceedings.open(caller.personId(), needs, procedure, judged.assumed(), id, day());
        Asked asked = new Asked(
                programme.id(),
                programme.version(),
                programme.name(),
                awarder.name(),
                List.copyOf(edit.outcomeIds()),
                consent.titles(),
                judged.evaluation().granted().milli(),
                consent.mode(),
                edit.statement().strip(),
                evaluationId);
        List<Happened> history = new ArrayList<>();
        history.add(new Happened(now, Wording.text("提交认定申请", "Applied"), caller.personId(), null));
        if (proceeding.state() instanceof State.Publicised) {
            history.add(
                    new Happened(now, Wording.text("成果自证，直接公示", "Outcomes prove themselves: publicised"), null, null));
        }
        if (proceeding.state() instanceof State.Posting) {
            history.add(new Happened(now, Wording.text("按规则自动认定", "Granted by the rules alone"), null, null));
        }
        return CaseDocument.submitted(
                id, caller.learnerId(), caller.personId(), asked, proceeding, Dossier.of(files, history), now);
    }

    private static Record[] told(CaseDocument made) {
        AuditFact fact = new AuditFact(
                "recognition.submitted",
                made.personId(),
                made.proceeding().needs().institution(),
                "case:" + made.id(),
                Map.of(
                        "programme",
                        made.asked().programmeId() + "@" + made.asked().programmeVersion(),
                        "grantedMilli",
                        Long.toString(made.asked().grantedMilli())));
        List<Record> told = new ArrayList<>(List.of(fact));
        // Evidence that was examined while the application was made is heard of once more.
        made.proceeding().unexamined().forEach(outcome -> told.add(new EvidenceExamined(outcome)));
        if (made.proceeding().state() instanceof State.Posting) {
            told.add(new RecognitionDecided(made.id(), made.id(), made.learnerId()));
        }
        return told.toArray(Record[]::new);
    }

    /** Attaches a file that the caller uploaded; the same again answers the same case. */
    Mono<CaseDocument> attach(Caller caller, UUID id, UUID evidenceId, EvidenceEdit edit) {
        return own(caller, id)
                .then(Mono.defer(() -> intake.take(caller, evidenceId, edit)))
                .flatMap(file -> Tries.of(() -> own(caller, id).flatMap(stored -> attach(caller, stored, file))));
    }

    private Mono<CaseDocument> own(Caller caller, UUID id) {
        return cases.find(id)
                .filter(stored -> stored.learnerId().equals(caller.learnerId()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private Mono<CaseDocument> attach(Caller caller, CaseDocument stored, Evidence file) {
        for (StoredFile known : stored.dossier().files()) {
            if (known.evidence().id().equals(file.id())) {
                return known.evidence().fileId().equals(file.fileId())
                                && known.evidence().caption().equals(file.caption())
                        ? Mono.just(stored)
                        : Mono.error(new ProblemException(ProblemCode.CONFLICTING_REPEAT, file.id()));
            }
        }
        Actor applicant = new Actor(caller.personId(), Set.of(), Set.of());
        if (!Menu.of(stored.proceeding(), applicant, day()).contains(CaseAct.ATTACH)) {
            return Mono.error(new ProblemException(ProblemCode.NOT_AT_THIS_STEP, Wording.name(stored.stage())));
        }
        if (attachedTo(stored) >= EvidenceIntake.FILES_MOST) {
            return Mono.error(new ProblemException(ProblemCode.EVIDENCE_LIMIT, EvidenceIntake.FILES_MOST));
        }
        LocalText what = new LocalText(
                "附上材料：" + file.caption().zh(), "Attached: " + file.caption().en());
        Dossier dossier = stored.dossier()
                .with(new StoredFile(null, file))
                .with(new Happened(now(), what, caller.personId(), null));
        return cases.save(
                stored,
                stored.next(Proceedings.passed(stored.proceeding(), day()), dossier),
                new AuditFact(
                        "recognition.evidence-attached",
                        caller.personId(),
                        stored.proceeding().needs().institution(),
                        "case:" + stored.id(),
                        Map.of("file", file.fileId().toString())));
    }

    /** Files that came with declared outcomes have a limit of their own. */
    private static long attachedTo(CaseDocument stored) {
        List<UUID> declared = stored.proceeding().declared().stream()
                .map(Proceeding.Declared::outcome)
                .toList();
        return stored.dossier().files().stream()
                .filter(file -> file.outcomeId() == null || !declared.contains(file.outcomeId()))
                .count();
    }

    private Day day() {
        return new Day(time.today(), WorkingDays.PUBLISHED);
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void check(RecognitionEdit edit) {
        if (edit.statement().length() > Procedure.REASON_MOST) {
            throw new ProblemException(ProblemCode.INVALID_FIELDS)
                    .field("statement", new LocalText("不超过2000字", "At most 2,000 characters"));
        }
        if (edit.attachments().size() > EvidenceIntake.FILES_MOST) {
            throw new ProblemException(ProblemCode.EVIDENCE_LIMIT, EvidenceIntake.FILES_MOST);
        }
    }
}
