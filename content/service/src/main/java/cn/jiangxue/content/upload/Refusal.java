package cn.jiangxue.content.upload;

import cn.jiangxue.contract.LocalText;

/** Why a file that was sent whole is not taken. */
enum Refusal {
    NOT_A_VIDEO(
            "文件不是支持的视频。请使用 MP4、MOV、MKV、WebM、AVI、FLV、WMV 或 TS 格式。",
            "The file is not a video we take. Use MP4, MOV, MKV, WebM, AVI, FLV, WMV or TS."),
    NOT_EVIDENCE(
            "文件不是支持的图片或 PDF。请使用 JPEG、PNG、WebP、HEIC 或 PDF 格式。",
            "The file is not a picture or PDF we take. Use JPEG, PNG, WebP, HEIC or PDF."),
    DAMAGED("文件在传输中损坏，请重新上传。", "The file was damaged on its way. Please upload it again.");

    private final LocalText words;

    Refusal(String zh, String en) {
        this.words = new LocalText(zh, en);
    }

    LocalText words() {
        return words;
    }
}
