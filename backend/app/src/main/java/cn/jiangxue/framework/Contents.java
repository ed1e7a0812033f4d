package cn.jiangxue.framework;

import cn.jiangxue.contract.FrameworkContent;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StandardContent;
import cn.jiangxue.contract.StandardsApi.ContentFault;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.contract.StandardsApi.VersionKind;
import cn.jiangxue.frameworks.CreditUnit;
import cn.jiangxue.frameworks.EditionReading;
import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.platform.FixedForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Standards and frameworks between the three forms they have: as they travel, as one fixed text, and as the checks of the sample data read them. */
final class Contents {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Contents() {}

    /** Empty when it is neither or both. */
    static Optional<VersionKind> kind(VersionContent content) {
        boolean standard = content.standard() != null;
        boolean framework = content.framework() != null;
        return standard == framework
                ? Optional.empty()
                : Optional.of(standard ? VersionKind.STANDARD : VersionKind.FRAMEWORK);
    }

    private static Record written(VersionContent content) {
        return content.standard() == null ? Objects.requireNonNull(content.framework()) : content.standard();
    }

    /** In one fixed form: sorted keys, no nulls; as such a file that can be imported. */
    static String text(VersionContent content) {
        return FixedForm.jsonWithoutNulls(written(content));
    }

    /** Reads what {@link #text} wrote, or the JSON of a file that has no faults. */
    static VersionContent of(VersionKind kind, String text) {
        return switch (kind) {
            case STANDARD -> new VersionContent(JSON.readValue(text, StandardContent.class), null);
            case FRAMEWORK -> new VersionContent(null, JSON.readValue(text, FrameworkContent.class));
        };
    }

    static String hash(String subject, int version, String text) {
        return FixedForm.hash("jiangxue-standard/1", subject, Integer.toString(version), text);
    }

    static String subject(VersionContent content) {
        StandardContent standard = content.standard();
        return standard == null
                ? Objects.requireNonNull(content.framework()).id()
                : standard.occupation().code();
    }

    static LocalText name(VersionContent content) {
        StandardContent standard = content.standard();
        return standard == null
                ? Objects.requireNonNull(content.framework()).name()
                : standard.occupation().name();
    }

    static String edition(VersionContent content) {
        StandardContent standard = content.standard();
        return (standard == null ? Objects.requireNonNull(content.framework()).version() : standard.edition()).strip();
    }

    /** The earliest civil date from which it is meant to hold; a framework does not say. */
    static LocalDate meantFrom(VersionContent content) {
        StandardContent standard = content.standard();
        return standard == null ? LocalDate.EPOCH : standard.effectiveFrom();
    }

    /** What the checks of the sample data find wrong, by place. */
    static List<ContentFault> faults(VersionKind kind, String text, List<CreditUnit> units) {
        List<BadData> found = switch (kind) {
            case STANDARD -> EditionReading.standardFaults(text);
            case FRAMEWORK -> EditionReading.frameworkFaults(text, units);
        };
        return found.stream().map(Contents::fault).toList();
    }

    static ContentFault fault(BadData bad) {
        return new ContentFault(bad.path(), bad.inWords());
    }
}
