package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.vocabulary.Flaw;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Asked before a draft is published, by whoever owns what lessons refer to. Declared as a bean. */
public interface PublicationCheck {

    /** What is still missing in the draft of a course of this organisation; empty when nothing is. */
    Mono<List<Flaw>> missing(UUID organisationId, CourseContent draft);
}
