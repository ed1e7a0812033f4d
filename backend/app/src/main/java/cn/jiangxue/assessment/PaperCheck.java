package cn.jiangxue.assessment;

import cn.jiangxue.catalog.PublicationCheck;
import cn.jiangxue.contract.CatalogApi.Chapter;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.CatalogApi.PaperRef;
import cn.jiangxue.vocabulary.Flaw;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A course may be published when every paper it names is the organisation's own. */
final class PaperCheck implements PublicationCheck {

    private final Papers papers;

    PaperCheck(Papers papers) {
        this.papers = papers;
    }

    @Override
    public Mono<List<Flaw>> missing(UUID organisationId, CourseContent draft) {
        return Flux.fromIterable(references(draft).entrySet())
                .filterWhen(reference ->
                        papers.has(organisationId, reference.getValue()).map(has -> !has))
                .map(reference ->
                        Flaw.of(reference.getKey(), "题库中没有这份试卷的这个版本", "The bank has no such version of this paper"))
                .collectList();
    }

    private static Map<String, PaperRef> references(CourseContent draft) {
        Map<String, PaperRef> found = new LinkedHashMap<>();
        for (int c = 0; c < draft.chapters().size(); c++) {
            Chapter chapter = draft.chapters().get(c);
            for (int l = 0; l < chapter.lessons().size(); l++) {
                PaperRef paper = chapter.lessons().get(l).paper();
                if (chapter.lessons().get(l).kind() == LessonKind.QUIZ && paper != null) {
                    found.put("chapters[" + c + "].lessons[" + l + "].paper", paper);
                }
            }
        }
        return found;
    }
}
