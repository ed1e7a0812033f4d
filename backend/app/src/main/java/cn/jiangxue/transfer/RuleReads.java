package cn.jiangxue.transfer;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.contract.RuleBookApi.RuleAct;
import cn.jiangxue.contract.RuleBookApi.RuleSignature;
import cn.jiangxue.contract.RuleBookApi.RuleSummary;
import cn.jiangxue.contract.RuleBookApi.RuleVersionView;
import cn.jiangxue.contract.RuleBookApi.VersionState;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Cut;
import cn.jiangxue.transfer.InstitutionNames.Named;
import cn.jiangxue.transfer.RuleShelf.Wanted;
import cn.jiangxue.transfer.rules.Lifecycle;
import cn.jiangxue.transfer.rules.Lifecycle.Signer;
import cn.jiangxue.transfer.rules.PlainNames;
import cn.jiangxue.transfer.rules.PlainRule;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Rules as they are shown: to everybody what was sent, to a party its own drafts too. */
@Component
class RuleReads {

    /** Who reads without having signed in. */
    private static final Signer NOBODY = new Signer(new UUID(0, 0), Set.of());

    private static final int PAGE = 20;

    private final RuleShelf rules;
    private final RuleNames names;
    private final InstitutionNames institutions;
    private final Organisations organisations;
    private final CivilTime time;

    RuleReads(
            RuleShelf rules,
            RuleNames names,
            InstitutionNames institutions,
            Organisations organisations,
            CivilTime time) {
        this.rules = rules;
        this.names = names;
        this.institutions = institutions;
        this.organisations = organisations;
        this.time = time;
    }

    Mono<Page<RuleSummary>> page(Wanted wanted, @Nullable String cursor) {
        String after = Cut.after(cursor);
        return rules.list(wanted, time.today(), after, PAGE + 1).flatMap(this::page);
    }

    private Mono<Page<RuleSummary>> page(List<RuleDocument> found) {
        Cut<RuleDocument> cut = Cut.of(found, PAGE, RuleDocument::id);
        Set<UUID> parties = new HashSet<>();
        cut.shown().forEach(rule -> parties.addAll(rule.parties()));
        return institutions.of(parties).map(named -> cut.as(rule -> summary(rule, named)));
    }

    private RuleSummary summary(RuleDocument rule, Named named) {
        return new RuleSummary(
                rule.ruleId(),
                rule.version(),
                rule.content().name(),
                state(rule),
                rule.programme(),
                rule.parties().stream().map(named::of).toList(),
                rule.from(),
                until(rule),
                rule.content().grounds().source());
    }

    /** What anyone may read, else NOT_FOUND. */
    Mono<RuleVersionView> sent(String ruleId, int version) {
        return visible(ruleId, version, NOBODY);
    }

    /** What was sent, or a draft of one of these institutions; else NOT_FOUND. */
    Mono<RuleVersionView> visible(String ruleId, int version, Signer reader) {
        return rules.find(ruleId, version)
                .filter(rule -> isVisible(rule, reader.reach()))
                .switchIfEmpty(Mono.error(RuleShelf::notFound))
                .flatMap(rule -> view(rule, reader));
    }

    private static boolean isVisible(RuleDocument rule, Set<UUID> reach) {
        return rule.sent() || reach.contains(rule.author());
    }

    Mono<RuleVersionView> view(RuleDocument rule, Signer reader) {
        Set<UUID> mentioned = new HashSet<>(rule.parties());
        mentioned.add(rule.author());
        return Mono.zip(names.of(rule.content()), institutions.of(mentioned), rules.versions(rule.ruleId()))
                .map(known -> view(rule, reader, known.getT1(), known.getT2(), known.getT3()));
    }

    private RuleVersionView view(
            RuleDocument rule, Signer reader, PlainNames plain, Named named, List<RuleDocument> versions) {
        return new RuleVersionView(
                rule.ruleId(),
                rule.version(),
                state(rule),
                (int) rule.revision(),
                named.of(rule.author()),
                rule.content(),
                plain.programmeName(rule.programme()),
                rule.parties().stream().map(named::of).toList(),
                PlainRule.of(rule.content(), plain),
                rule.hash(),
                rule.signatures().stream()
                        .map(signature -> new RuleSignature(named.of(signature.institution()), signature.at()))
                        .toList(),
                rule.from(),
                until(rule),
                rule.reason(),
                versions.stream()
                        .filter(other -> isVisible(other, reader.reach()))
                        .map(RuleDocument::version)
                        .toList(),
                Lifecycle.acts(rule.standing(), reader).stream()
                        .filter(act -> act != RuleAct.NEXT_VERSION
                                || versions.getLast().version() == rule.version()
                                || Lifecycle.maySucceed(versions.getLast().stage()))
                        .toList());
    }

    private VersionState state(RuleDocument rule) {
        return Lifecycle.state(rule.stage(), rule.from(), rule.until(), time.today());
    }

    private static @Nullable LocalDate until(RuleDocument rule) {
        return rule.until().equals(Lifecycle.NEVER) ? null : rule.until();
    }

    /** Institutions that may be named, by name. */
    Flux<NamedInstitution> institutions() {
        return organisations.institutions().map(found -> new NamedInstitution(found.id(), found.name()));
    }
}
