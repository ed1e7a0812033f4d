package cn.jiangxue.transfer;

import cn.jiangxue.platform.FixedForm;

/** What institutions sign: SHA-256 over the name of the form, the id, the version, and the content in its {@link FixedForm}, one a line. */
final class ContentHash {

    private ContentHash() {}

    static String ofRule(String id, int version, Record content) {
        return of("jiangxue-transfer-rule/1", id, version, content);
    }

    static String ofProgramme(String id, int version, Record content) {
        return of("jiangxue-programme/1", id, version, content);
    }

    private static String of(String form, String id, int version, Record content) {
        return FixedForm.hash(form, id, Integer.toString(version), FixedForm.json(content));
    }
}
