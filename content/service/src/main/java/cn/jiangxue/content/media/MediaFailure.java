package cn.jiangxue.content.media;

import cn.jiangxue.contract.LocalText;

/** Why no playable video could be made of a file. */
public enum MediaFailure {
    UNREADABLE(
            true,
            "文件无法识别为视频：内容损坏，或不是支持的视频格式。",
            "The file cannot be read as a video: it is damaged or of a format that is not supported."),
    NO_PICTURE(true, "文件中没有视频画面。", "The file holds no moving picture."),
    BROKEN(
            true,
            "视频在播放到中途时损坏，请检查原文件能否完整播放后重新上传。",
            "The video is damaged part way through. Check that the original plays to its end, then upload it again."),
    CUT_OFF(
            true,
            "视频不完整，比文件标明的时长短，可能拷贝时中断。",
            "The video is incomplete: it is shorter than the file claims. A copy may have been interrupted."),
    TOO_LONG(true, "视频超过 4 小时，请分成几段上传。", "The video is longer than 4 hours. Please upload it in pieces."),
    TOO_SLOW(
            true,
            "转码用时超过上限，请降低分辨率或分段后重新上传。",
            "Converting took longer than allowed. Please lower the resolution or split the video."),
    TOO_MUCH_OUTPUT(
            true,
            "转码后的文件超过上限，请降低码率或分段后重新上传。",
            "The converted video exceeded the size allowed. Please lower its bit rate or split it."),
    CHANGED(true, "存储中的文件与上传时不一致，请重新上传。", "The stored file is not the one that was uploaded. Please upload it again."),
    ENCODER(false, "转码程序异常结束，已尝试三次。", "The converter ended abnormally three times."),
    STORE(false, "文件存储无法访问，已尝试三次，请稍后重试。", "The file store could not be reached in three tries. Try again later."),
    NO_ROOM(
            false,
            "转码空间不足，已尝试三次，请联系管理员后重试。",
            "There was no room to convert in three tries. Ask your administrator, then try again."),
    WORKER_LOST(false, "转码中途中断了三次，请重试。", "Converting was interrupted three times. Please try again.");

    private final boolean fileAtFault;
    private final LocalText words;

    MediaFailure(boolean fileAtFault, String zh, String en) {
        this.fileAtFault = fileAtFault;
        this.words = new LocalText(zh, en);
    }

    /** True when another try would end the same way. */
    public boolean fileAtFault() {
        return fileAtFault;
    }

    /** The reason as people read it. */
    public LocalText words() {
        return words;
    }
}
