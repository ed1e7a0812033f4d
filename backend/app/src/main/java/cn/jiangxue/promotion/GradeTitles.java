package cn.jiangxue.promotion;

import cn.jiangxue.contract.LocalText;

/** What a grade in an occupation is called. */
final class GradeTitles {

    private GradeTitles() {}

    static LocalText of(LocalText occupation, LocalText gradeName) {
        return new LocalText(occupation.zh() + " " + gradeName.zh(), occupation.en() + ", " + gradeName.en());
    }
}
