package cn.jiangxue.stating;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StatingApi;
import cn.jiangxue.contract.StatingApi.Import;
import cn.jiangxue.contract.StatingApi.NewImport;
import cn.jiangxue.contract.StatingApi.Row;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.stating.rules.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
class ImportRoutes {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final OutcomeImports imports;

    ImportRoutes(OutcomeImports imports) {
        this.imports = imports;
    }

    @GetMapping("/api/outcome-imports/columns")
    @Access(AccessKind.SIGNED_IN)
    List<StatingApi.Column> columns() {
        return Arrays.stream(Column.values())
                .map(column -> new StatingApi.Column(
                        column.key(), column.label(), column.required(), column.form(), column.example()))
                .toList();
    }

    @GetMapping(path = "/api/outcome-imports/template", produces = CSV)
    @Access(AccessKind.SIGNED_IN)
    ResponseEntity<String> template() {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"outcomes.csv\"")
                .body(ResultLines.template());
    }

    @PutMapping("/api/outcome-imports/{id}")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<Import> announce(Caller caller, @PathVariable UUID id, @RequestBody NewImport announced) {
        return imports.announce(caller, id, announced);
    }

    @PutMapping("/api/outcome-imports/{id}/parts/{n}")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<Import> part(Caller caller, @PathVariable UUID id, @PathVariable int n, @RequestBody byte[] bytes) {
        return imports.part(caller, id, n, bytes);
    }

    @PostMapping("/api/outcome-imports/{id}/start")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<Import> start(Caller caller, @PathVariable UUID id) {
        return imports.start(caller, id);
    }

    @PostMapping("/api/outcome-imports/{id}/cancellation")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<Import> cancel(Caller caller, @PathVariable UUID id) {
        return imports.cancel(caller, id);
    }

    @GetMapping("/api/outcome-imports/{id}")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<Import> find(Caller caller, @PathVariable UUID id) {
        return imports.find(caller, id);
    }

    @GetMapping("/api/outcome-imports")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<Page<Import>> page(
            Caller caller, @RequestParam UUID institution, @RequestParam(required = false) @Nullable String cursor) {
        return imports.page(caller, institution, cursor);
    }

    @GetMapping("/api/outcome-imports/{id}/rows")
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<Page<Row>> rows(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean refused,
            @RequestParam(required = false) @Nullable String cursor) {
        return imports.rows(caller, id, refused, cursor);
    }

    @GetMapping(path = "/api/outcome-imports/{id}/results", produces = CSV)
    @Access(roles = {Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR})
    Mono<ResponseEntity<Flux<String>>> results(Caller caller, @PathVariable UUID id, Locale locale) {
        return imports.find(caller, id)
                .map(found -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"results-" + id + ".csv\"")
                        .body(ResultLines.of(imports.allRows(caller, id), locale)));
    }
}
