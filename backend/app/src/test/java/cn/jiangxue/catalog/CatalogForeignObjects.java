package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.Chapter;
import cn.jiangxue.contract.CatalogApi.CompletionRules;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.DraftEdit;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.CatalogApi.NewCourse;
import cn.jiangxue.contract.CatalogApi.Publish;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Role;
import cn.jiangxue.routes.ForeignObject;
import cn.jiangxue.routes.ForeignObject.Attempt;
import cn.jiangxue.testing.Site;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How a trainer of one organisation would try to reach another's courses. */
public final class CatalogForeignObjects {

    public static final Map<String, ForeignObject> ALL = Map.of(
            "GET /api/courses/{id}", site -> Attempt.of(elsewhere(site), null, draft(site)),
            "PUT /api/courses/{id}",
                    site -> {
                        UUID mine = site.employer();
                        return Attempt.of(
                                site.person(Role.TRAINER, mine).client(), new NewCourse(mine, content()), draft(site));
                    },
            "PUT /api/courses/{id}/draft",
                    site -> Attempt.of(elsewhere(site), new DraftEdit(1, content()), draft(site)),
            "POST /api/courses/{id}/versions", site -> Attempt.of(elsewhere(site), new Publish(1), draft(site)),
            "POST /api/courses/{id}/withdrawal", site -> Attempt.of(elsewhere(site), null, draft(site)),
            "GET /api/courses/{id}/preview", site -> Attempt.of(elsewhere(site), null, draft(site)),
            "POST /api/courses/{id}/videos/{mediaId}/previews",
                    site -> Attempt.of(elsewhere(site), null, draft(site), UUID.randomUUID()),
            "GET /api/catalogue/{courseId}", site -> Attempt.of(elsewhere(site), null, draft(site)));

    private CatalogForeignObjects() {}

    /** A course that some organisation drafts and has not published. */
    public static UUID draft(Site site) {
        UUID owner = site.employer();
        return draft(site.person(Role.TRAINER, owner).client(), owner);
    }

    static UUID draft(Site.Client trainer, UUID owner) {
        UUID id = UUID.randomUUID();
        trainer.put(new NewCourse(owner, content()), "/api/courses/{id}", id)
                .expectStatus()
                .isOk();
        return id;
    }

    private static CourseContent content() {
        var lesson = new Lesson(UUID.randomUUID(), LessonKind.TEXT, zh("图文"), zh("正文"), null, null, 5);
        return new CourseContent(
                zh("车工入门"),
                zh("简介"),
                "6-18-01-01",
                Grade.JUNIOR,
                4,
                null,
                new CompletionRules(90, 0, 0),
                List.of(new Chapter(UUID.randomUUID(), zh("第一章"), List.of(lesson))));
    }

    private static LocalText zh(String text) {
        return new LocalText(text, "");
    }

    private static Site.Client elsewhere(Site site) {
        return site.person(Role.TRAINER, site.employer()).client();
    }
}
