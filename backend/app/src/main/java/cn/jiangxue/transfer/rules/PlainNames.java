package cn.jiangxue.transfer.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ids in a rule are called.
 *
 * @param programme null while it is not known
 * @param occupations by code
 * @param creditUnits by id
 */
public record PlainNames(
        @Nullable ProgrammeContent programme,
        Map<UUID, LocalText> institutions,
        Map<String, LocalText> occupations,
        Map<String, LocalText> creditUnits) {

    public PlainNames {
        institutions = Map.copyOf(institutions);
        occupations = Map.copyOf(occupations);
        creditUnits = Map.copyOf(creditUnits);
    }

    LocalText institution(UUID id) {
        return institutions.getOrDefault(id, same(id.toString()));
    }

    LocalText occupation(String code) {
        return occupations.getOrDefault(code, same(code));
    }

    LocalText creditUnit(String id) {
        return creditUnits.getOrDefault(id, same(id));
    }

    public LocalText programmeName(String id) {
        return programme == null ? same(id) : programme.name();
    }

    LocalText category(String id) {
        return programme == null ? same(id) : programme.categories().getOrDefault(id, same(id));
    }

    LocalText target(String id) {
        return programme == null
                ? same(id)
                : programme.targets().stream()
                        .filter(target -> target.id().equals(id))
                        .map(ProgrammeTarget::name)
                        .findFirst()
                        .orElse(same(id));
    }

    private static LocalText same(String id) {
        return new LocalText(id, id);
    }
}
