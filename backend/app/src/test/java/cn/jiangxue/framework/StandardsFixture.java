package cn.jiangxue.framework;

import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.contract.StandardsApi.VersionKind;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.frameworks.OccupationalStandard;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.ground.Heard;
import cn.jiangxue.organisation.OrganisationFixture;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.RoleIn;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The feature over a real store. */
public final class StandardsFixture implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(30);
    static final String TURNER = "6-18-01-01";

    final Ground ground = new Ground();
    final List<AuditFact> audited = new CopyOnWriteArrayList<>();
    final Standards standards = Standards.of(Frameworks.load(), ground.time);
    final VersionShelf shelf;
    final AdoptedVersions adopted;
    final Drafting drafting;
    final Steps steps;
    final VersionReads reads;
    final Comments comments;
    final StandardImports imports;
    private final UUID national = UUID.randomUUID();

    StandardsFixture() {
        ground.make(VersionShelf.INDEX, Comments.INDEX);
        Outbox silent = ground.outbox(List.of(), List.of());
        Organisations organisations = OrganisationFixture.over(ground);
        organisations.establishNationalUnion(national, UUID.randomUUID()).block(PATIENCE);
        NationalBody body = new NationalBody(organisations);
        Writers names = people -> Mono.just(people.stream().collect(Collectors.toMap(id -> id, id -> "王静")));
        shelf = new VersionShelf(ground.documents, ground.events, silent, ground.clock);
        adopted = new AdoptedVersions(shelf, standards, ground.clock);
        drafting = new Drafting(shelf, standards, body, ground.clock);
        steps = new Steps(shelf, drafting, body, adopted, ground.time);
        reads = new VersionReads(shelf, body, names, ground.time);
        comments = new Comments(ground.documents, reads, body, names, ground.events, silent, ground.time);
        imports = new StandardImports(shelf, drafting, standards, body);
        FrameworkConfiguration configuration = new FrameworkConfiguration();
        ground.run(ground.outbox(
                List.of(configuration.standardVersionsTell(), configuration.standardCommentsTell()),
                List.of(
                        configuration.olderStandardsEnd(new Succession(shelf)),
                        Heard.by(AuditFact.class, "test", audited))));
    }

    /** Makes another edition the one in force from that date on, as if it had been adopted. */
    public static void follow(Standards standards, OccupationalStandard newer, LocalDate from) {
        standards.held().standards().put(newer.occupation().code(), newer.edition(), from, newer);
    }

    /** As the file of that occupation says. */
    static VersionContent sample(String code) {
        return Frameworks.editions().stream()
                .filter(file -> file.contains("\"code\":\"" + code + "\""))
                .map(file -> Contents.of(VersionKind.STANDARD, file))
                .findFirst()
                .orElseThrow();
    }

    /** The file of that occupation with some texts replaced. */
    static VersionContent sample(String code, Map<String, String> replaced) {
        String text = Contents.text(sample(code));
        for (Map.Entry<String, String> each : replaced.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return Contents.of(VersionKind.STANDARD, text);
    }

    Caller national(Role role) {
        return caller(new RoleIn(role, national));
    }

    static Caller anyone() {
        return caller(new RoleIn(Role.LEARNER, UUID.randomUUID()));
    }

    static Caller elsewhere(Role role) {
        return caller(new RoleIn(role, UUID.randomUUID()));
    }

    private static Caller caller(RoleIn role) {
        return new Caller(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of(role));
    }

    void days(int days) {
        ground.clock.advanceSeconds(days * 86_400L);
    }

    @Override
    public void close() throws Exception {
        ground.close();
    }
}
