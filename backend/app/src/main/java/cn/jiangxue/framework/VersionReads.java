package cn.jiangxue.framework;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.StandardsApi.StandardAct;
import cn.jiangxue.contract.StandardsApi.StandardComparison;
import cn.jiangxue.contract.StandardsApi.StandardState;
import cn.jiangxue.contract.StandardsApi.StandardSummary;
import cn.jiangxue.contract.StandardsApi.StandardVersion;
import cn.jiangxue.framework.rules.Comparing;
import cn.jiangxue.framework.rules.Lifecycle;
import cn.jiangxue.framework.rules.Lifecycle.Stage;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Cut;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Versions as they are shown: to everyone signed in what was opened for comments or adopted, to the national body its drafts too. */
@Component
class VersionReads {

    private static final int PAGE = 20;

    private final VersionShelf shelf;
    private final NationalBody national;
    private final Writers writers;
    private final CivilTime time;

    VersionReads(VersionShelf shelf, NationalBody national, Writers writers, CivilTime time) {
        this.shelf = shelf;
        this.national = national;
        this.writers = writers;
        this.time = time;
    }

    Mono<Page<StandardSummary>> page(
            Caller caller, @Nullable StandardState state, @Nullable String text, @Nullable String cursor) {
        String after = Cut.after(cursor);
        return national.actsFor(caller)
                .flatMap(drafts -> shelf.list(drafts, state, text, time.today(), after, PAGE + 1))
                .map(this::page);
    }

    private Page<StandardSummary> page(List<VersionDocument> found) {
        return Cut.of(found, PAGE, VersionDocument::id).as(this::summary);
    }

    private StandardSummary summary(VersionDocument version) {
        LocalDate until = version.until();
        return new StandardSummary(
                version.kind(),
                version.subject(),
                version.version(),
                version.name(),
                version.edition(),
                state(version),
                version.closesOn(),
                version.from(),
                until.equals(Lifecycle.NEVER) ? null : until);
    }

    private StandardState state(VersionDocument version) {
        LocalDate from = Optional.ofNullable(version.from()).orElse(Lifecycle.NEVER);
        return Lifecycle.state(version.stage(), from, version.until(), time.today());
    }

    /** One that the caller may see, else NOT_FOUND. */
    Mono<StandardVersion> find(Caller caller, String subject, int version) {
        return visible(caller, subject, version).flatMap(found -> view(caller, found));
    }

    Mono<VersionDocument> visible(Caller caller, String subject, int version) {
        return Mono.zip(
                        shelf.find(subject, version).map(Optional::of).defaultIfEmpty(Optional.empty()),
                        national.actsFor(caller))
                .flatMap(both -> Mono.justOrEmpty(both.getT1().filter(found -> isVisible(found, both.getT2()))))
                .switchIfEmpty(Mono.error(VersionShelf::notFound));
    }

    private static boolean isVisible(VersionDocument version, boolean drafts) {
        return drafts || version.stage() == Stage.CONSULTATION || version.stage() == Stage.ADOPTED;
    }

    Mono<StandardVersion> view(Caller caller, VersionDocument version) {
        return Mono.zip(national.actsFor(caller), shelf.versions(version.subject()), names(version))
                .map(known -> view(caller, version, known.getT1(), known.getT2(), known.getT3()));
    }

    private Mono<Map<UUID, String>> names(VersionDocument version) {
        Set<UUID> named = new HashSet<>();
        version.writers().stream().limit(1).forEach(named::add);
        Optional.ofNullable(version.adoptedBy()).ifPresent(named::add);
        return named.isEmpty() ? Mono.just(Map.of()) : writers.names(named);
    }

    private StandardVersion view(
            Caller caller,
            VersionDocument version,
            boolean drafts,
            List<VersionDocument> all,
            Map<UUID, String> names) {
        UUID author = drafts && !version.writers().isEmpty() ? version.writers().getFirst() : null;
        UUID adopter = drafts ? version.adoptedBy() : null;
        LocalDate earliest = Steps.earliestFrom(version, all);
        return new StandardVersion(
                summary(version),
                version.read(),
                version.hash(),
                (int) version.revision(),
                author == null ? null : names.get(author),
                adopter == null ? null : names.get(adopter),
                version.supersededBy(),
                drafts ? version.reason() : null,
                earliest.isBefore(time.today()) ? time.today() : earliest,
                all.stream()
                        .filter(other -> isVisible(other, drafts))
                        .map(this::summary)
                        .toList(),
                acts(caller, version, drafts, all));
    }

    private List<StandardAct> acts(Caller caller, VersionDocument version, boolean drafts, List<VersionDocument> all) {
        boolean mayFollow = Lifecycle.maySucceed(all.getLast().stage());
        return Lifecycle.acts(version.standing(LocalDate.EPOCH), caller.personId(), drafts, time.today()).stream()
                .filter(act -> act != StandardAct.NEXT_VERSION || mayFollow)
                .toList();
    }

    /** Both must be visible to the caller. */
    Mono<StandardComparison> compare(Caller caller, String subject, int older, int newer) {
        return Mono.zip(visible(caller, subject, older), visible(caller, subject, newer))
                .map(both -> {
                    Comparing.Result result =
                            Comparing.of(both.getT1().read(), both.getT2().read());
                    return new StandardComparison(
                            summary(both.getT1()), summary(both.getT2()), result.rows(), result.same());
                });
    }
}
