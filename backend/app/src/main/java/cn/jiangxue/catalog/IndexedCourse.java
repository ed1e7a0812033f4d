package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.CourseCard;
import cn.jiangxue.contract.LocalText;
import java.time.Instant;

/**
 * A course as the search index knows it. Holds nothing personal.
 *
 * @param body the text of its lessons, without markup
 * @param revision counts the course's changes; an older state never overwrites a newer one
 * @param listed false once withdrawn: it leaves the index
 */
record IndexedCourse(CourseCard card, LocalText body, long revision, boolean listed, Instant publishedAt) {}
