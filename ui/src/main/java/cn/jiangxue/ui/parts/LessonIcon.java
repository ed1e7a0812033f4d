package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.CatalogApi.LessonKind;

/** The icon of a kind of lesson. */
public final class LessonIcon {

    private LessonIcon() {}

    public static Icon of(LessonKind kind) {
        return switch (kind) {
            case TEXT -> Icon.TEXT;
            case VIDEO -> Icon.PLAY;
            case QUIZ -> Icon.QUIZ;
        };
    }
}
