package cn.jiangxue.contract;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PutExchange;

/** The tree of unions, and beside it institutions and employers. */
@HttpExchange(accept = "application/json")
public interface OrganisationApi {

    enum OrganisationKind {
        UNION_NATIONAL,
        UNION_PROVINCE,
        UNION_CITY,
        UNION_DISTRICT,
        UNION_ENTERPRISE,
        EMPLOYER,
        INSTITUTION
    }

    /** {@code revision} counts changes; a change names the one it was made from. */
    record Organisation(
            UUID id,
            OrganisationKind kind,
            LocalText name,
            @Nullable UUID parentId,
            int revision,
            int depth) {}

    /** {@code revision} 0 creates. The parent's kind must be able to hold the child's. */
    record OrganisationEdit(
            OrganisationKind kind, LocalText name, @Nullable UUID parentId, int revision) {}

    /** The part of the forest the caller may see: where they hold a role, what is above it by name, and what is below. At most 2,000. */
    @GetExchange("/api/organisations")
    List<Organisation> organisations();

    @GetExchange("/api/organisations/{id}")
    Organisation organisation(@PathVariable UUID id);

    @PutExchange("/api/organisations/{id}")
    Organisation saveOrganisation(@PathVariable UUID id, @RequestBody OrganisationEdit edit);
}
