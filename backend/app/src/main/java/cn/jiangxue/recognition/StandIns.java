package cn.jiangxue.recognition;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.RecognitionApi.StandIn;
import cn.jiangxue.contract.RecognitionApi.StandInEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.AuditTrail;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.ProblemException;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Officers who name another one for the days they are away. Conflicts of interest are those of whoever acts. */
@Component
class StandIns {

    static final List<CollectionIndex> INDEXES = List.of(
            new CollectionIndex(StandInDocument.COLLECTION, Indexes.ascending("standInId", "until")),
            new CollectionIndex(StandInDocument.COLLECTION, Indexes.ascending("officerId", "until")));

    /** Stand-ins that one person names, or is, at once. */
    private static final int MOST = 20;

    private static final int LONGEST_DAYS = 366;

    private final Documents<StandInDocument> standIns;
    private final Persons people;
    private final Awarders awarders;
    private final AuditTrail audit;
    private final CivilTime time;

    StandIns(DocumentsFactory documents, Persons people, Awarders awarders, AuditTrail audit, CivilTime time) {
        this.standIns = documents.of(StandInDocument.COLLECTION, StandInDocument.class);
        this.people = people;
        this.awarders = awarders;
        this.audit = audit;
        this.time = time;
    }

    /** Whom this person stands in for on that day. */
    Mono<List<StandInDocument>> heldBy(UUID personId, LocalDate day) {
        return standIns.list(
                        and(eq("standInId", personId), gte("until", day), lte("from", day)),
                        Sorts.ascending("standInId", "until"),
                        MOST)
                .collectList();
    }

    /** The caller's own that are not over. */
    Mono<List<StandIn>> of(Caller caller) {
        return named(caller).flatMap(this::views);
    }

    private Mono<List<StandInDocument>> named(Caller caller) {
        return standIns.list(
                        and(eq("officerId", caller.personId()), gte("until", time.today())),
                        Sorts.ascending("officerId", "until"),
                        MOST)
                .collectList();
    }

    /** The same again answers the same. */
    Mono<StandIn> name(Caller caller, UUID id, StandInEdit edit) {
        if (!caller.has(Role.RECOGNITION_OFFICER, edit.organisationId())) {
            return Mono.error(new ProblemException(ProblemCode.NOT_FOUND));
        }
        check(edit);
        return people.officer(edit.login())
                .filter(found -> !found.equals(caller.personId()))
                .switchIfEmpty(Mono.error(() -> invalid(
                        "login", "请填写另一位认定员的用户名或手机号", "Give the user name or phone of another recognition officer")))
                .map(standIn -> new StandInDocument(
                        id,
                        StandInDocument.SCHEMA,
                        1,
                        edit.organisationId(),
                        caller.personId(),
                        standIn,
                        edit.from(),
                        edit.until()))
                .flatMap(made -> keep(caller, made));
    }

    private Mono<StandIn> keep(Caller caller, StandInDocument made) {
        return standIns.find(made.id())
                .switchIfEmpty(Mono.defer(() -> room(caller)
                        .then(standIns.insert(made))
                        .then(noted(made, "recognition.stand-in-named"))
                        .then(standIns.find(made.id()))))
                .flatMap(stored -> {
                    if (!stored.officerId().equals(caller.personId())) {
                        return Mono.error(new ProblemException(ProblemCode.NOT_FOUND));
                    }
                    return stored.equals(made)
                            ? view(stored)
                            : Mono.error(new ProblemException(ProblemCode.CONFLICTING_REPEAT, made.id()));
                });
    }

    private Mono<Void> room(Caller caller) {
        return named(caller)
                .flatMap(found -> found.size() < MOST
                        ? Mono.empty()
                        : Mono.error(new ProblemException(ProblemCode.CASE_AT_LIMIT, MOST)));
    }

    /** Ends it with yesterday; what is over stays as it was. */
    Mono<Void> end(Caller caller, UUID id) {
        LocalDate yesterday = time.today().minusDays(1);
        return standIns.find(id)
                .filter(stored -> stored.officerId().equals(caller.personId()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .filter(stored -> stored.until().isAfter(yesterday))
                .flatMap(stored -> standIns.replace(id, stored.revision(), stored.endedOn(yesterday))
                        .then(noted(stored, "recognition.stand-in-ended")));
    }

    private Mono<Void> noted(StandInDocument stored, String action) {
        return audit.record(new AuditFact(
                action,
                stored.officerId(),
                stored.organisationId(),
                "person:" + stored.standInId(),
                Map.of("from", stored.from().toString(), "until", stored.until().toString())));
    }

    private void check(StandInEdit edit) {
        if (edit.until().isBefore(edit.from())
                || edit.until().isBefore(time.today())
                || edit.from().plusDays(LONGEST_DAYS).isBefore(edit.until())) {
            throw invalid("until", "请填写今天或以后的起止日期，最长一年", "Give days from today on, a year at most");
        }
    }

    private static ProblemException invalid(String field, String zh, String en) {
        return new ProblemException(ProblemCode.INVALID_FIELDS).field(field, new LocalText(zh, en));
    }

    private Mono<StandIn> view(StandInDocument stored) {
        return views(List.of(stored)).map(List::getFirst);
    }

    private Mono<List<StandIn>> views(List<StandInDocument> stored) {
        Set<UUID> places =
                stored.stream().map(StandInDocument::organisationId).collect(java.util.stream.Collectors.toSet());
        Set<UUID> persons =
                stored.stream().map(StandInDocument::standInId).collect(java.util.stream.Collectors.toSet());
        return Mono.zip(
                awarders.names(places),
                people.names(persons),
                (names, known) -> stored.stream()
                        .map(one -> new StandIn(
                                one.id(),
                                one.organisationId(),
                                names.getOrDefault(one.organisationId(), new LocalText("—", "—")),
                                known.getOrDefault(one.standInId(), "—"),
                                one.from(),
                                one.until()))
                        .toList());
    }
}
