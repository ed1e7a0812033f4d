package cn.jiangxue.recognition;

import cn.jiangxue.contract.DeclaredOutcomeApi.AlikeOutcome;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcome;
import cn.jiangxue.contract.DeclaredOutcomeApi.EvidenceFinding;
import cn.jiangxue.contract.LocalText;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Declared outcomes as they travel. */
final class DeclaredViews {

    private static final String NOBODY = "—";

    private DeclaredViews() {}

    static DeclaredOutcome view(
            DeclaredDocument stored, Map<UUID, String> names, Map<UUID, LocalText> places, List<AlikeOutcome> alike) {
        return new DeclaredOutcome(
                stored.id(),
                stored.standing(),
                stored.said(),
                stored.issuer(),
                stored.issuerRegistered(),
                stored.files(),
                stored.findings().stream()
                        .map(found -> new EvidenceFinding(
                                found.authentic(),
                                found.means(),
                                found.note(),
                                places.getOrDefault(found.institutionId(), new LocalText(NOBODY, NOBODY)),
                                names.getOrDefault(found.officerId(), NOBODY),
                                found.caseId(),
                                found.at()))
                        .toList(),
                alike,
                stored.declaredAt());
    }
}
