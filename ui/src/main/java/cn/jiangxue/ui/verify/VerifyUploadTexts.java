package cn.jiangxue.ui.verify;

import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** The upload field of the verification page in the reader's language. */
final class VerifyUploadTexts {

    private VerifyUploadTexts() {}

    static UploadI18N now() {
        UploadI18N.Uploading uploading = new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(t("connecting"))
                        .setStalled(t("stalled"))
                        .setProcessing(t("processing"))
                        .setHeld(t("held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(t("left"))
                        .setUnknown(t("unknownTime")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(t("unavailable"))
                        .setUnexpectedServerError(t("failed"))
                        .setForbidden(t("failed"))
                        .setFileTooLarge(t("tooLarge")));
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles().setOne(t("drop")).setMany(t("drop")))
                .setAddFiles(new UploadI18N.AddFiles().setOne(t("choose")).setMany(t("choose")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(t("tooMany"))
                        .setFileIsTooBig(t("tooLarge"))
                        .setIncorrectFileType(t("wrongType")))
                .setUploading(uploading)
                .setFile(new UploadI18N.File()
                        .setRetry(t("retry"))
                        .setStart(t("start"))
                        .setRemove(t("remove")))
                .setUnits(List.of("B", "KB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"));
    }

    private static String t(String key) {
        return Texts.t("verify.upload." + key);
    }
}
