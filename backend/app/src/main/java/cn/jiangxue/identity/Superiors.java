package cn.jiangxue.identity;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.vocabulary.Escalated;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is above an institution. What the institution is late with goes on their list, and they are told; whoever had to act still has to. */
public interface Superiors {

    /** Late matters that are saved at one time. */
    int AT_ONCE = 8;

    /** The organisation directly above; empty where there is none. */
    Mono<UUID> above(UUID institutionId);

    /** Its recognition officers, as many as are told of one matter. */
    Flux<UUID> officers(UUID organisation);

    /** Who looks on. {@code organisation} null: nobody is above. */
    record Above(@Nullable UUID organisation, List<UUID> officers) {

        private static final Above NOBODY = new Above(null, List.of());

        public Escalated on(LocalDate today) {
            return new Escalated(organisation, today);
        }

        /** For the history of the matter. */
        public LocalText said() {
            return organisation == null
                    ? new LocalText("超过办理期限", "Overdue")
                    : new LocalText("超过办理期限，已提请上级机构督办", "Overdue: the organisation above was told");
        }

        /** The audit fact {@code <action>}, and a message to each who looks on. */
        public Record[] told(
                String action, UUID institution, String subject, Enum<?> state, Function<UUID, PersonTold> message) {
            AuditFact fact = new AuditFact(
                    action,
                    null,
                    institution,
                    subject,
                    Map.of("state", state.name(), "to", organisation == null ? "" : organisation.toString()));
            return Stream.concat(Stream.of(fact), officers.stream().map(message))
                    .toArray(Record[]::new);
        }
    }

    /**
     * Saves each of these late matters for those who look on; how many.
     *
     * @param organisationOf the one above
     * @param save empty where somebody was first
     */
    default <D> Mono<Long> escalate(
            Flux<D> late, Function<D, Mono<UUID>> organisationOf, BiFunction<D, Above, Mono<D>> save) {
        return late.flatMap(
                        matter -> organisationOf
                                .apply(matter)
                                .flatMap(this::lookingOn)
                                .defaultIfEmpty(Above.NOBODY)
                                .flatMap(above -> save.apply(matter, above)),
                        AT_ONCE)
                .count();
    }

    private Mono<Above> lookingOn(UUID organisation) {
        return officers(organisation).collectList().map(found -> new Above(organisation, found));
    }
}
