package cn.jiangxue.transfer;

import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.CapOver;
import cn.jiangxue.contract.RuleBookApi.ProgrammeSummary;
import cn.jiangxue.contract.RuleBookApi.ProgrammeVersionView;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.transfer.InstitutionNames.Named;
import cn.jiangxue.transfer.rules.Lifecycle;
import cn.jiangxue.transfer.rules.Lifecycle.Stage;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Programmes as they are shown, to everybody. */
@Component
class ProgrammeReads {

    private final ProgrammeShelf programmes;
    private final InstitutionNames institutions;
    private final CivilTime time;

    ProgrammeReads(ProgrammeShelf programmes, InstitutionNames institutions, CivilTime time) {
        this.programmes = programmes;
        this.institutions = institutions;
        this.time = time;
    }

    /** In force today, by id. */
    Mono<List<ProgrammeSummary>> inForce() {
        return programmes
                .inForce(time.today())
                .collectList()
                .flatMap(found -> institutions
                        .of(found.stream()
                                .map(programme -> programme.content().institution())
                                .toList())
                        .map(named -> found.stream()
                                .map(programme -> summary(programme, named))
                                .toList()));
    }

    private ProgrammeSummary summary(ProgrammeDocument programme, Named named) {
        return new ProgrammeSummary(
                programme.programmeId(),
                programme.version(),
                programme.content().name(),
                named.of(programme.content().institution()),
                Lifecycle.state(Stage.PUBLISHED, programme.from(), programme.until(), time.today()),
                programme.from(),
                shown(programme.until()));
    }

    Mono<ProgrammeVersionView> find(String programmeId, int version) {
        return programmes
                .versions(programmeId)
                .flatMap(all -> all.stream()
                        .filter(programme -> programme.version() == version)
                        .findFirst()
                        .map(programme -> view(programme, all))
                        .orElseGet(() -> Mono.error(RuleShelf.notFound())));
    }

    private Mono<ProgrammeVersionView> view(ProgrammeDocument programme, List<ProgrammeDocument> all) {
        LocalDate until = all.stream()
                .filter(newer -> newer.version() > programme.version())
                .map(ProgrammeDocument::from)
                .filter(begins -> begins.isBefore(programme.until()))
                .min(LocalDate::compareTo)
                .orElse(programme.until());
        return institutions
                .of(mentioned(programme.content()))
                .map(named -> new ProgrammeVersionView(
                        programme.programmeId(),
                        programme.version(),
                        Lifecycle.state(Stage.PUBLISHED, programme.from(), until, time.today()),
                        named.of(programme.content().institution()),
                        programme.content(),
                        programme.from(),
                        shown(until),
                        capped(programme.content()).stream().map(named::of).toList(),
                        all.stream().map(ProgrammeDocument::version).toList()));
    }

    private static Set<UUID> mentioned(ProgrammeContent content) {
        Set<UUID> ids = new HashSet<>(capped(content));
        ids.add(content.institution());
        return ids;
    }

    private static Set<UUID> capped(ProgrammeContent content) {
        return content.caps().stream()
                .filter(cap -> cap.over() == CapOver.INSTITUTION && cap.key() != null)
                .map(cap -> UUID.fromString(cap.key()))
                .collect(Collectors.toSet());
    }

    private static @Nullable LocalDate shown(LocalDate until) {
        return until.equals(Lifecycle.NEVER) ? null : until;
    }
}
