package cn.jiangxue.transfer;

import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.RuleBookApi.RuleBookChange;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.frameworks.RuleBookData;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.ground.Heard;
import cn.jiangxue.organisation.OrganisationFixture;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.RoleIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** The rule book with its sample data over a real store. */
public final class RuleBookFixture implements AutoCloseable {

    public static final RuleBookData SAMPLE = Frameworks.ruleBook();
    static final Duration PATIENCE = Duration.ofSeconds(30);

    public final Ground ground;
    public final RuleBook book;
    public final Standards standards = Standards.of(Frameworks.load());
    final RuleContents contents;
    final ProgrammeShelf programmes;
    final RuleShelf rules;
    final RuleImport imports;
    final ChangeLog changes;
    final InstitutionNames names;
    final RuleAuthoring authoring;
    final RuleSignatures signatures;
    final RuleReads reads;
    final RuleTrials trials;
    final RuleUploads uploads;
    final ProgrammeReads programmeReads;
    final ProgrammeDrafting drafting;
    final ProgrammeSteps steps;
    final ProgrammeDraftReads draftReads;
    final List<AuditFact> audited = new CopyOnWriteArrayList<>();
    final Organisations organisations;

    public RuleBookFixture() {
        this(new Ground());
    }

    public RuleBookFixture(Ground ground) {
        this.ground = ground;
        RuleBookConfiguration configuration = new RuleBookConfiguration();
        List<CollectionIndex> indexes = new ArrayList<>(RuleShelf.INDEXES);
        indexes.addAll(ProgrammeShelf.INDEXES);
        indexes.addAll(ProgrammeDraftShelf.INDEXES);
        indexes.addAll(ChangeLog.INDEXES);
        ground.make(indexes.toArray(CollectionIndex[]::new));
        Outbox silent = ground.outbox(List.of(), List.of());
        organisations = OrganisationFixture.over(ground);
        names = new InstitutionNames(organisations, SAMPLE);
        contents = configuration.ruleContents(standards);
        programmes = new ProgrammeShelf(ground.documents, ground.events, silent, ground.clock);
        rules = new RuleShelf(ground.documents, ground.events, silent, ground.clock);
        imports = new RuleImport(programmes, rules, ground.clock);
        changes = new ChangeLog(ground.documents, names);
        book = new StoredRuleBook(programmes, rules, contents);
        RuleNames ruleNames = new RuleNames(names, programmes, standards, ground.time);
        RuleChecks checks = new RuleChecks(ruleNames, names);
        authoring = new RuleAuthoring(rules, checks, ground.clock);
        signatures = new RuleSignatures(rules, checks, ground.time);
        reads = new RuleReads(rules, ruleNames, names, organisations, ground.time);
        ProgrammePublishing publishing = new ProgrammePublishing(programmes, ground.time);
        programmeReads = new ProgrammeReads(programmes, names, ground.time);
        ProgrammeDraftShelf drafts = new ProgrammeDraftShelf(ground.documents, ground.events, silent, ground.clock);
        DraftEnding ending = new DraftEnding(drafts, programmes, ground.clock);
        drafting = new ProgrammeDrafting(drafts, programmes, ground.clock);
        steps = new ProgrammeSteps(drafts, programmes, publishing, ending, names, ground.time);
        ProgrammeUploads programmeUploads = new ProgrammeUploads(drafts, programmes, drafting, steps);
        uploads = new RuleUploads(authoring, checks, rules, programmeUploads, organisations, standards, SAMPLE);
        trials = new RuleTrials(book, contents, checks, steps, ground.time);
        draftReads = new ProgrammeDraftReads(drafts, programmes, ending, steps, names, ground.time);
        Succession succession = new Succession(rules, ground.clock);
        ground.run(ground.outbox(
                List.of(
                        configuration.ruleVersionsTell(),
                        configuration.programmeVersionsTell(),
                        configuration.programmeDraftsTell()),
                List.of(
                        configuration.ruleChangesOnRecord(changes),
                        configuration.olderVersionsEnd(succession),
                        configuration.draftsEnd(ending),
                        Heard.by(AuditFact.class, "test", audited))));
    }

    /** The sample rule book, with its institutions registered. */
    public RuleBookFixture withSample() {
        SAMPLE.institutions()
                .forEach(institution -> OrganisationFixture.institution(
                        ground,
                        organisations,
                        institution.id(),
                        institution.name().zh()));
        imports.bringIn(SAMPLE).block(PATIENCE);
        return this;
    }

    static UUID institution(String key) {
        return SAMPLE.institutions().stream()
                .filter(known -> known.key().equals(key))
                .map(RuleBookData.Institution::id)
                .findFirst()
                .orElseThrow();
    }

    static Caller officer(String key) {
        return acting(Role.RECOGNITION_OFFICER, key);
    }

    static Caller acting(Role role, String key) {
        return new Caller(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of(new RoleIn(role, institution(key))));
    }

    /** The whole public record of an entry, the newest first, once everything is told. */
    List<RuleBookChange> record(@Nullable String entry, int lines) {
        return Awaitility.await().atMost(PATIENCE).until(() -> all(entry), found -> found.size() >= lines);
    }

    private List<RuleBookChange> all(@Nullable String entry) {
        List<RuleBookChange> found = new ArrayList<>();
        String cursor = null;
        do {
            var page = changes.page(entry, cursor).block(PATIENCE);
            found.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    @Override
    public void close() throws Exception {
        ground.close();
    }
}
