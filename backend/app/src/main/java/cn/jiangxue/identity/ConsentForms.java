package cn.jiangxue.identity;

import cn.jiangxue.contract.IdentityApi.ConsentKind;
import cn.jiangxue.contract.LocalText;

/** What people are asked to agree to, in the version now in force. A new wording is a new version: earlier decisions do not stand for it. */
enum ConsentForms {
    TERMS(
            ConsentKind.TERMS,
            1,
            "使用约定：账号只由本人使用；学习记录以服务器记录为准，如有异议可以申诉；不得代学、刷课。",
            "Terms of use: you alone use your account; the server's record of your study counts and you may appeal against it; nobody studies for another."),
    REAL_NAME(
            ConsentKind.REAL_NAME,
            1,
            "实名信息（敏感个人信息）：为认定技能等级和发放证书，需要保存您的姓名和身份证号。信息以您本人的密钥加密保存，页面上只显示部分字符，"
                    + "每次查看完整信息都会记录查看人和理由。您可以随时撤回同意，撤回后实名信息即被删除，已发放的证书不受影响。",
            "Real name (sensitive personal data): to recognise skill grades and issue credentials we keep your name and identity number. They are encrypted under a key "
                    + "of your own and shown masked; whenever somebody sees them in full, who and why is recorded. You may withdraw at any time; they are then deleted, "
                    + "and credentials already issued stay valid."),
    STUDY_RECORD(
            ConsentKind.STUDY_RECORD,
            1,
            "学习记录：为计算学时和学分，会记录您观看课程视频的时间段。您可以看到哪些时间计入、哪些没有计入以及原因。记录不用于排名，也不按在线时长考核。",
            "Study record: to count class hours and credit we record which parts of a video you watched and when. You can see what counted, what did not and why. It is "
                    + "not used to rank people, nor to appraise them by time online.");

    private final ConsentKind kind;
    private final int version;
    private final LocalText text;

    ConsentForms(ConsentKind kind, int version, String zh, String en) {
        this.kind = kind;
        this.version = version;
        this.text = new LocalText(zh, en);
    }

    ConsentKind kind() {
        return kind;
    }

    int version() {
        return version;
    }

    LocalText text() {
        return text;
    }

    static ConsentForms of(ConsentKind kind) {
        return valueOf(kind.name());
    }
}
