package cn.jiangxue.catalog;

import cn.jiangxue.bench.Contest;
import cn.jiangxue.bench.Side;
import cn.jiangxue.bench.Size;
import cn.jiangxue.bench.Subject;
import cn.jiangxue.contract.CatalogApi.CourseCard;
import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Chinese words looked for in a catalogue of many courses, with facets and marked words, as the catalogue page asks. */
public final class SearchContest {

    private static final int IN_FLIGHT = 8;
    private static final List<String> TRADES = List.of("车工", "电工", "焊工", "钳工", "铣工", "磨工", "装配工", "汽车维修工");
    private static final List<String> MATTERS = List.of("游标卡尺", "停电验电", "数控对刀", "砂轮安全", "焊接缺陷", "主轴转速", "液压回路", "图样识读");
    private static final String BODY = "先断电，再验电，后操作。检查设备、工具和防护用品；按图样确认尺寸、公差和表面粗糙度；记录测量结果并复核。".repeat(20);

    private final Catalogue catalogue;
    private final Rest5Client plain;
    private final List<CatalogueQuery> queries;
    private final List<String> bodies;
    private final Size size;

    private SearchContest(Subject subject, Size size) {
        this.catalogue = subject.part(Catalogue.class);
        this.plain = Rest5Client.builder(URI.create(subject.searchUri())).build();
        this.queries = MATTERS.stream()
                .map(words -> new CatalogueQuery(words, List.of(), List.of(), List.of(), null, Locale.CHINESE))
                .toList();
        var mapper = new Jackson3JsonpMapper();
        this.bodies = queries.stream()
                .map(query -> JsonpUtils.toJsonString(CourseSearch.request(query), mapper))
                .toList();
        this.size = size;
    }

    /** The index is filled by hand: the watch, which holds it against the courses in the document store, is put to rest. */
    public static Contest of(Subject subject, Size size) {
        subject.part(IndexWatch.class).stop();
        new CourseIndex(subject.part(SearchClient.class), subject.clock())
                .rebuild(() -> Flux.range(0, size.courses()).map(SearchContest::course), done -> {})
                .block();
        var search = new SearchContest(subject, size);
        return new Contest(
                "Course search",
                "searches/s",
                0.7,
                "Catalogue.find: the query built, sent, the answer read into course cards with marked words, facets with names, a cursor",
                "the same query, ready-made as bytes, by the low-level Elasticsearch client, the answer read to its end and not parsed",
                List.of(IN_FLIGHT + " calls in flight, same node, same index of " + size.courses()
                        + " courses, same words, filters, facets, highlighting and result size ("
                        + (CatalogueQuery.PAGE + 1) + ")"),
                round -> search.ours(),
                round -> search.baseline());
    }

    private Side ours() {
        return Side.of(
                size.searches(),
                IN_FLIGHT,
                number -> catalogue.find(queries.get(number % queries.size())).map(found -> {
                    if (found.degraded() || found.items().isEmpty()) {
                        throw new IllegalStateException("the search engine found nothing for query " + number);
                    }
                    return found;
                }));
    }

    private Side baseline() {
        return Side.of(size.searches(), IN_FLIGHT, number -> send(bodies.get(number % bodies.size())));
    }

    private Mono<byte[]> send(String body) {
        return Mono.create(answer -> {
            var request =
                    new Request("POST", "/" + CourseIndex.ALIAS + "/_search?typed_keys=true&ignore_unavailable=true");
            request.setJsonEntity(body);
            plain.performRequestAsync(request, new ResponseListener() {
                @Override
                public void onSuccess(Response response) {
                    try {
                        answer.success(EntityUtils.toByteArray(response.getEntity()));
                    } catch (java.io.IOException e) {
                        answer.error(e);
                    }
                }

                @Override
                public void onFailure(Exception failure) {
                    answer.error(failure);
                }
            });
        });
    }

    private static IndexedCourse course(int number) {
        String trade = TRADES.get(number % TRADES.size());
        String matter = MATTERS.get((number + number / TRADES.size()) % MATTERS.size());
        var card = new CourseCard(
                new UUID(1, number),
                1,
                new LocalText(trade + "：" + matter + "（第" + number + "期）", "Course " + number),
                new LocalText(matter + "的步骤、要点和常见错误", "Steps, points and common mistakes"),
                new Occupation("6-18-01-0" + number % TRADES.size(), new LocalText(trade, "Trade")),
                Grade.values()[number % Grade.values().length],
                4 + number % 40,
                60,
                null,
                new LocalText("职业技术学院", "Vocational college"),
                null,
                null);
        return new IndexedCourse(card, new LocalText(BODY, ""), 1, true, Instant.EPOCH.plusSeconds(number));
    }
}
