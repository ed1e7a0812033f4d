package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What of the published programmes and rules an evaluation needs. */
public interface RuleBook {

    /** The version of the programme in force on that civil date; empty when there is none. */
    Mono<Programme> programme(String id, LocalDate asOf);

    /** One exact version, in force or not: what an earlier decision was made under. */
    Mono<Programme> programme(String id, int version);

    /** Of every programme the version in force on that civil date, by id. */
    Flux<Programme> programmes(LocalDate asOf);

    /**
     * Of every rule that may grant something in the programme the published versions, in force or not, by rule and version: at most
     * {@link Request#RULES_LIMIT}.
     */
    Mono<List<RuleVersion>> rules(Programme programme);

    /** What the categories of that version of the programme are called, by id. */
    Mono<Map<String, LocalText>> categories(Programme programme);
}
