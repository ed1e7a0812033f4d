package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.contract.RecognitionApi.Offered;
import cn.jiangxue.contract.RecognitionApi.Preview;
import cn.jiangxue.contract.RecognitionApi.PreviewEdit;
import cn.jiangxue.contract.RecognitionApi.ProgrammeChoice;
import cn.jiangxue.contract.RecognitionApi.RecognitionCase;
import cn.jiangxue.credit.Postings;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.AuditTrail;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.recognition.CaseDocument.Written;
import cn.jiangxue.recognition.CaseViews.Around;
import cn.jiangxue.recognition.CaseViews.Judgements;
import cn.jiangxue.recognition.Evaluations.Judged;
import cn.jiangxue.recognition.Evaluations.Question;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Programme;
import cn.jiangxue.transfer.RuleBook;
import cn.jiangxue.vocabulary.LearnerId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Recognition as the routes ask for it: programmes, what would count, and cases as they are shown. */
@Component
class Recognitions {

    /** Programmes that one list shows. */
    private static final int PROGRAMMES = 500;

    private static final LocalText UNKNOWN = new LocalText("—", "—");

    private final RuleBook book;
    private final Cases cases;
    private final Evaluations evaluations;
    private final Officers officers;
    private final Acting acting;
    private final Awarders awarders;
    private final Postings postings;
    private final WithdrawnOutcomes withdrawn;
    private final DeclaredOutcomes declared;
    private final EvidenceFiles files;
    private final AuditTrail audit;
    private final RecognitionProperties properties;
    private final CivilTime time;

    Recognitions(
            RuleBook book,
            Cases cases,
            Evaluations evaluations,
            Officers officers,
            Acting acting,
            Awarders awarders,
            Postings postings,
            WithdrawnOutcomes withdrawn,
            DeclaredOutcomes declared,
            EvidenceFiles files,
            AuditTrail audit,
            RecognitionProperties properties,
            CivilTime time) {
        this.book = book;
        this.cases = cases;
        this.evaluations = evaluations;
        this.officers = officers;
        this.acting = acting;
        this.awarders = awarders;
        this.postings = postings;
        this.withdrawn = withdrawn;
        this.declared = declared;
        this.files = files;
        this.audit = audit;
        this.properties = properties;
        this.time = time;
    }

    Mono<List<ProgrammeChoice>> programmes() {
        return book.programmes(time.today())
                .take(PROGRAMMES)
                .concatMap(programme -> awarders.find(programme.institution())
                        .map(found -> choice(programme, found.name(), found.kind() == OrganisationKind.INSTITUTION))
                        .switchIfEmpty(Mono.fromSupplier(() -> choice(
                                programme, new LocalText(programme.institution(), programme.institution()), false))))
                .collectList();
    }

    private static ProgrammeChoice choice(Programme programme, LocalText institution, boolean open) {
        return new ProgrammeChoice(
                programme.id(),
                programme.version(),
                programme.name(),
                institution,
                programme.targets().size(),
                open);
    }

    /** What would count today; nothing is stored. */
    Mono<Preview> preview(Caller caller, PreviewEdit edit) {
        Question question = new Question(
                new LearnerId(caller.learnerId()), edit.programmeId(), edit.outcomeIds(), Optional.empty());
        Mono<Optional<UUID>> open = cases.openOf(caller.learnerId(), edit.programmeId())
                .map(CaseDocument::id)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
        return Mono.zip(evaluations.judge(question), open, declared.issuers(caller))
                .flatMap(parts -> preview(parts.getT1(), parts.getT2().orElse(null), parts.getT3()));
    }

    private Mono<Preview> preview(Judged judged, @Nullable UUID openCaseId, Map<String, LocalText> issuersElsewhere) {
        Programme programme = judged.request().programme();
        Consent consent = Consent.of(judged);
        List<String> mentioned = Stream.of(
                        Stream.of(programme.institution()),
                        consent.institutions().stream(),
                        judged.all().stream().map(Outcome::issuer))
                .flatMap(names -> names)
                .distinct()
                .toList();
        Mono<Boolean> open = awarders.find(programme.institution())
                .map(found -> found.kind() == OrganisationKind.INSTITUTION)
                .defaultIfEmpty(false);
        return Mono.zip(
                awarders.namesOf(mentioned),
                open,
                (names, isOpen) -> new Preview(
                        PreviewViews.view(judged.request(), judged.evaluation(), judged.categories()),
                        offered(judged, names, issuersElsewhere),
                        names.getOrDefault(programme.institution(), UNKNOWN),
                        consent.mode(),
                        consent.institutions().stream()
                                .filter(party -> !party.equals(programme.institution()))
                                .map(party -> names.getOrDefault(party, UNKNOWN))
                                .toList(),
                        properties.procedure(programme.id()).publicityDays(),
                        isOpen,
                        openCaseId));
    }

    private static List<Offered> offered(
            Judged judged, Map<String, LocalText> names, Map<String, LocalText> elsewhere) {
        return judged.all().stream()
                .map(outcome -> Offers.offered(
                        outcome,
                        elsewhere.getOrDefault(outcome.issuer(), names.getOrDefault(outcome.issuer(), UNKNOWN))))
                .toList();
    }

    Mono<RecognitionCase> find(Caller caller, UUID id) {
        return cases.find(id)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(stored -> officers.visible(caller, stored))
                .flatMap(stored -> view(caller, stored));
    }

    Mono<RecognitionCase> view(Caller caller, CaseDocument stored) {
        LearnerId learner = new LearnerId(stored.learnerId());
        List<UUID> entries =
                stored.dossier().written().stream().map(Written::entryId).toList();
        return Mono.zip(
                        officers.actor(caller, stored),
                        judgements(stored),
                        declared.of(stored),
                        postings.takenBack(learner, entries),
                        withdrawn.of(stored),
                        officers.names(CaseViews.people(stored)),
                        awarders.names(CaseViews.places(stored)))
                .map(parts -> CaseViews.view(
                        stored,
                        new Around(
                                parts.getT1(),
                                acting.day(),
                                parts.getT2(),
                                parts.getT3(),
                                parts.getT4(),
                                parts.getT5(),
                                parts.getT6(),
                                parts.getT7())));
    }

    private Mono<Judgements> judgements(CaseDocument stored) {
        return Mono.zip(
                        evaluations.pinned(stored.asked().evaluationId()),
                        pinned(stored.dossier().foundEvaluationId()),
                        pinned(stored.dossier().appealEvaluationId()))
                .map(parts -> new Judgements(
                        parts.getT1(), parts.getT2().orElse(null), parts.getT3().orElse(null)));
    }

    private Mono<Optional<EvaluationDocument>> pinned(@Nullable UUID id) {
        return Mono.justOrEmpty(id)
                .flatMap(evaluations::pinned)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    /** Opens a file for the applicant or an officer; what officers open is on the audit record first. */
    Mono<EvidenceLink> open(Caller caller, UUID id, UUID evidenceId) {
        return cases.find(id)
                .flatMap(stored -> officers.visible(caller, stored))
                .flatMap(stored -> Mono.justOrEmpty(stored.dossier().files().stream()
                                .filter(file -> file.evidence().id().equals(evidenceId))
                                .findFirst())
                        .flatMap(file -> noted(caller, stored, file.evidence().fileId())
                                .then(files.link(file.evidence().fileId()))))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    private Mono<Void> noted(Caller caller, CaseDocument stored, UUID fileId) {
        return Objects.equals(stored.personId(), caller.personId())
                ? Mono.empty()
                : audit.record(new AuditFact(
                        "recognition.evidence-opened",
                        caller.personId(),
                        stored.proceeding().needs().institution(),
                        "case:" + stored.id(),
                        Map.of("file", fileId.toString())));
    }
}
