package cn.jiangxue.learning;

import cn.jiangxue.contract.CatalogApi.PaperRef;
import cn.jiangxue.contract.LocalText;
import java.util.UUID;

/** A quiz lesson that a learner is at. */
public record QuizLesson(UUID enrolmentId, UUID learnerId, UUID lessonId, PaperRef paper, LocalText title) {}
