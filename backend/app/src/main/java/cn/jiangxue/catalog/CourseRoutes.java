package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.CourseForTrainer;
import cn.jiangxue.contract.CatalogApi.CourseView;
import cn.jiangxue.contract.CatalogApi.DraftEdit;
import cn.jiangxue.contract.CatalogApi.NewCourse;
import cn.jiangxue.contract.CatalogApi.Publish;
import cn.jiangxue.contract.CatalogApi.VideoPreview;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Courses over HTTP, for their trainers. */
@RestController
class CourseRoutes {

    private final CourseEditing editing;
    private final Publication publication;
    private final Catalog catalog;
    private final VideoPreviews previews;

    CourseRoutes(CourseEditing editing, Publication publication, Catalog catalog, VideoPreviews previews) {
        this.editing = editing;
        this.publication = publication;
        this.catalog = catalog;
        this.previews = previews;
    }

    @GetMapping("/api/courses")
    @Access(roles = Role.TRAINER)
    Mono<Page<CourseForTrainer>> myCourses(Caller caller, @RequestParam(required = false) @Nullable String cursor) {
        return editing.mine(caller, cursor);
    }

    @GetMapping("/api/courses/{id}")
    @Access(roles = Role.TRAINER)
    Mono<CourseForTrainer> course(Caller caller, @PathVariable UUID id) {
        return editing.find(caller, id);
    }

    @PutMapping("/api/courses/{id}")
    @Access(roles = Role.TRAINER)
    Mono<CourseForTrainer> createCourse(Caller caller, @PathVariable UUID id, @RequestBody NewCourse course) {
        return editing.create(caller, id, course);
    }

    @PutMapping("/api/courses/{id}/draft")
    @Access(roles = Role.TRAINER)
    Mono<CourseForTrainer> saveDraft(Caller caller, @PathVariable UUID id, @RequestBody DraftEdit edit) {
        return editing.saveDraft(caller, id, edit);
    }

    @PostMapping("/api/courses/{id}/versions")
    @Access(roles = Role.TRAINER)
    Mono<CourseForTrainer> publish(Caller caller, @PathVariable UUID id, @RequestBody Publish publish) {
        return publication.publish(caller, id, publish.revision());
    }

    @PostMapping("/api/courses/{id}/withdrawal")
    @Access(roles = Role.TRAINER)
    Mono<CourseForTrainer> withdraw(Caller caller, @PathVariable UUID id) {
        return publication.withdraw(caller, id);
    }

    @GetMapping("/api/courses/{id}/preview")
    @Access(roles = Role.TRAINER)
    Mono<CourseView> preview(Caller caller, @PathVariable UUID id) {
        return editing.owned(caller, id).flatMap(catalog::preview);
    }

    @PostMapping("/api/courses/{id}/videos/{mediaId}/previews")
    @Access(roles = Role.TRAINER)
    Mono<VideoPreview> previewVideo(Caller caller, @PathVariable UUID id, @PathVariable UUID mediaId) {
        return previews.open(caller, id, mediaId);
    }
}
