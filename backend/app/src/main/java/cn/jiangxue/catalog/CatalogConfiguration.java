package cn.jiangxue.catalog;

import cn.jiangxue.frameworks.FrameworkData;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.Subscription;
import cn.jiangxue.platform.TokenIssuer;
import cn.jiangxue.vocabulary.GradeNames;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;

/** Wires the catalogue. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    Occupations catalogOccupations() {
        FrameworkData data = Frameworks.load();
        return new Occupations(data);
    }

    @Bean
    Documents<CourseDocument> courseDocuments(DocumentsFactory documents) {
        return documents.of(CourseDocument.COLLECTION, CourseDocument.class);
    }

    @Bean
    Documents<VersionDocument> courseVersionDocuments(DocumentsFactory documents) {
        return documents.of(VersionDocument.COLLECTION, VersionDocument.class);
    }

    @Bean
    CourseEditing courseEditing(Documents<CourseDocument> courses, Events events, Outbox outbox, Clock clock) {
        return new CourseEditing(courses, events, outbox, clock);
    }

    @Bean
    CourseVideos courseVideos(
            WebClient.Builder http, TokenIssuer tokens, @Value("${jiangxue.content.base-url}") String content) {
        return new ContentVideos(http.clone().baseUrl(content).build(), tokens);
    }

    @Bean
    VideoPreviews videoPreviews(CourseEditing editing, CourseVideos videos, TokenIssuer tokens, Clock clock) {
        return new VideoPreviews(editing, videos, tokens, clock);
    }

    @Bean
    Publication coursePublication(
            CourseEditing editing,
            Documents<CourseDocument> courses,
            Documents<VersionDocument> versions,
            CourseVideos videos,
            ObjectProvider<PublicationCheck> checks,
            Occupations occupations,
            Organisations organisations,
            Events events,
            Outbox outbox,
            Clock clock) {
        return new Publication(
                editing,
                courses,
                versions,
                videos,
                checks.orderedStream().toList(),
                occupations,
                organisations,
                events,
                outbox,
                clock);
    }

    @Bean
    Catalog catalog(
            Documents<CourseDocument> courses,
            Documents<VersionDocument> versions,
            Occupations occupations,
            Organisations organisations,
            ObjectProvider<VersionReaders> readers) {
        return new Catalog(courses, versions, occupations, organisations, readers::getObject);
    }

    @Bean(destroyMethod = "close")
    SearchClient searchClient(@Value("${jiangxue.elastic.uri}") String uri) {
        return new SearchClient(uri);
    }

    @Bean
    Catalogue catalogueListing(
            Documents<CourseDocument> courses,
            Documents<VersionDocument> versions,
            SearchClient search,
            Occupations occupations,
            Clock clock) {
        return new Catalogue(
                courses,
                versions,
                new CourseIndex(search, clock),
                new CourseSearch(search, code -> occupations.of(code).name(), GradeNames::of),
                clock);
    }

    @Bean
    IndexWatch courseIndexWatch(Catalogue catalogue) {
        return new IndexWatch(catalogue, IndexWatch.EVERY);
    }

    @Bean
    OutboxSource coursesTell() {
        return new OutboxSource(CourseDocument.COLLECTION);
    }

    @Bean
    Subscription<CourseChanged> courseIndexFollows(Catalogue catalogue) {
        return Subscription.to(CourseChanged.class, "catalogue", (event, meta) -> catalogue.onChanged(event));
    }

    @Bean
    CollectionIndex coursesByOrganisation() {
        return new CollectionIndex(
                CourseDocument.COLLECTION,
                Indexes.compoundIndex(Indexes.ascending("organisationId"), Indexes.descending("changedAt", "_id")));
    }

    @Bean
    CollectionIndex coursesByPublication() {
        return new CollectionIndex(
                CourseDocument.COLLECTION,
                Indexes.compoundIndex(Indexes.ascending("state"), Indexes.descending("publishedAt", "_id")));
    }
}
