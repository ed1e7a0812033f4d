package cn.jiangxue.recognition;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.RecognitionApi.PublicNotice;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.contract.RecognitionApi.TextEdit;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Cut;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.recognition.rules.Act;
import cn.jiangxue.recognition.rules.MaskedName;
import cn.jiangxue.recognition.rules.Proceeding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What everybody may see while it is publicised (公示), and objections to it. */
@Component
class Notices {

    private static final int PAGE = 20;

    private final Cases cases;
    private final Acting acting;
    private final Officers officers;
    private final CivilTime time;

    Notices(Cases cases, Acting acting, Officers officers, CivilTime time) {
        this.cases = cases;
        this.acting = acting;
        this.officers = officers;
        this.time = time;
    }

    Mono<Page<PublicNotice>> page(@Nullable String cursor) {
        String after = Cut.after(cursor);
        return cases.publicised(time.today(), after, PAGE + 1).flatMap(found -> {
            Cut<CaseDocument> cut = Cut.of(found, PAGE, CaseDocument::queueKey);
            return officers.names(
                            cut.shown().stream().map(CaseDocument::personId).toList())
                    .map(names -> cut.as(stored -> notice(stored, names)));
        });
    }

    /** A case that nobody publicised is not there for whoever objects. */
    Mono<PublicNotice> object(Caller caller, UUID id, UUID objectionId, TextEdit edit) {
        return cases.find(id)
                .filter(stored -> stored.stage() == Stage.PUBLICISED || hasObjections(stored))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .flatMap(stored -> acting.act(caller, id, new Act.Object(objectionId, edit.text())))
                .flatMap(stored -> officers.names(List.of(stored.personId())).map(names -> notice(stored, names)));
    }

    private static boolean hasObjections(CaseDocument stored) {
        return !stored.proceeding().objections().isEmpty();
    }

    private PublicNotice notice(CaseDocument stored, Map<UUID, String> names) {
        Proceeding proceeding = stored.proceeding();
        return new PublicNotice(
                stored.id(),
                MaskedName.of(names.getOrDefault(stored.personId(), "")),
                stored.asked().programme(),
                stored.asked().institution(),
                stored.asked().titles(),
                stored.asked().grantedMilli(),
                Objects.requireNonNullElse(proceeding.state().due(), time.today()),
                proceeding.objections().size());
    }
}
