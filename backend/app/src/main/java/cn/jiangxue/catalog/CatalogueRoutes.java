package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.CatalogueResult;
import cn.jiangxue.contract.CatalogApi.CourseView;
import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.CatalogApi.RebuildState;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The catalogue over HTTP, for everyone signed in. */
@RestController
class CatalogueRoutes {

    private static final int MOST_FACET_VALUES = 50;

    private final Catalogue catalogue;
    private final Catalog catalog;
    private final Occupations occupations;
    private final Organisations organisations;

    CatalogueRoutes(Catalogue catalogue, Catalog catalog, Occupations occupations, Organisations organisations) {
        this.catalogue = catalogue;
        this.catalog = catalog;
        this.occupations = occupations;
        this.organisations = organisations;
    }

    @GetMapping("/api/catalogue")
    @Access(AccessKind.SIGNED_IN)
    Mono<CatalogueResult> catalogue(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable List<String> trade,
            @RequestParam(required = false) @Nullable List<Grade> grade,
            @RequestParam(required = false) @Nullable List<String> duration,
            @RequestParam(required = false) @Nullable String cursor,
            Locale locale) {
        if (q != null && q.length() > CatalogueQuery.MAX_TEXT) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "q");
        }
        return catalogue.find(new CatalogueQuery(
                q,
                limited(trade, "trade"),
                limited(grade, "grade"),
                limited(duration, "duration").stream()
                        .map(CatalogueRoutes::duration)
                        .toList(),
                cursor,
                locale));
    }

    @GetMapping("/api/catalogue/suggestions")
    @Access(AccessKind.SIGNED_IN)
    Mono<List<String>> suggestions(@RequestParam String q, Locale locale) {
        return catalogue.suggest(q.substring(0, Math.min(q.length(), CatalogueQuery.MAX_TEXT)), locale);
    }

    @GetMapping("/api/catalogue/{courseId}")
    @Access(AccessKind.SIGNED_IN)
    Mono<CourseView> courseView(
            Caller caller, @PathVariable UUID courseId, @RequestParam(required = false) @Nullable Integer version) {
        return catalog.view(caller, courseId, version);
    }

    @GetMapping("/api/occupations")
    @Access(AccessKind.SIGNED_IN)
    Mono<List<Occupation>> occupations() {
        return Mono.just(occupations.all());
    }

    @PostMapping("/api/catalogue/rebuilds")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<RebuildState> rebuild(Caller caller) {
        return nationalAdministrator(caller).map(allowed -> catalogue.startRebuild());
    }

    @GetMapping("/api/catalogue/rebuilds/current")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<RebuildState> rebuildState(Caller caller) {
        return nationalAdministrator(caller).map(allowed -> catalogue.rebuildState());
    }

    private Mono<Boolean> nationalAdministrator(Caller caller) {
        return organisations
                .isNationalAdministrator(caller)
                .filter(national -> national)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_ALLOWED)));
    }

    private static <T> List<T> limited(@Nullable List<T> values, String name) {
        if (values != null && values.size() > MOST_FACET_VALUES) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, name);
        }
        return values == null ? List.of() : values;
    }

    private static CatalogueQuery.Duration duration(String value) {
        return Arrays.stream(CatalogueQuery.Duration.values())
                .filter(one -> one.value().equals(value))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.BAD_REQUEST, "duration"));
    }
}
