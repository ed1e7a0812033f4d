package cn.jiangxue.transparency;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.TransparencyApi.ConsistencyProof;
import cn.jiangxue.contract.TransparencyApi.Head;
import cn.jiangxue.contract.TransparencyApi.InclusionProof;
import cn.jiangxue.contract.TransparencyApi.LeafPage;
import cn.jiangxue.contract.TransparencyApi.Log;
import cn.jiangxue.contract.TransparencyApi.RecordPage;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.proof.Hash;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
class TransparencyRoutes {

    private final TransparencyLogs logs;
    private final KeptRecords records;

    TransparencyRoutes(TransparencyLogs logs, KeptRecords records) {
        this.logs = logs;
        this.records = records;
    }

    @GetMapping("/api/public/logs")
    @Access(AccessKind.PUBLIC)
    List<Log> logs() {
        return logs.logs();
    }

    @GetMapping("/api/public/logs/{log}/head")
    @Access(AccessKind.PUBLIC)
    Mono<Head> head(@PathVariable String log) {
        return logs.head(log);
    }

    @GetMapping("/api/public/logs/{log}/heads/{size}")
    @Access(AccessKind.PUBLIC)
    Mono<Head> headOfSize(@PathVariable String log, @PathVariable long size) {
        return logs.head(log, size);
    }

    @GetMapping("/api/public/logs/{log}/inclusion")
    @Access(AccessKind.PUBLIC)
    Mono<InclusionProof> inclusion(
            @PathVariable String log, @RequestParam String leaf, @RequestParam(required = false) @Nullable Long size) {
        return logs.inclusion(log, hash(leaf), size);
    }

    @GetMapping("/api/public/logs/{log}/consistency")
    @Access(AccessKind.PUBLIC)
    Mono<ConsistencyProof> consistency(@PathVariable String log, @RequestParam long from, @RequestParam long to) {
        return logs.consistency(log, from, to);
    }

    @GetMapping("/api/public/logs/{log}/leaves")
    @Access(AccessKind.PUBLIC)
    Mono<LeafPage> leaves(@PathVariable String log, @RequestParam long from) {
        return logs.leaves(log, from);
    }

    @GetMapping("/api/logs/{log}/records")
    @Access(roles = Role.ADMINISTRATOR)
    Mono<RecordPage> records(Caller caller, @PathVariable String log, @RequestParam long from) {
        return records.page(caller, log, from);
    }

    private static Hash hash(String hex) {
        try {
            return Hash.ofHex(hex);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.BAD_REQUEST, "leaf");
        }
    }
}
