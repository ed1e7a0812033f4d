package cn.jiangxue.content.upload.rules;

import cn.jiangxue.content.contract.MediaApi.UploadKind;
import cn.jiangxue.contract.LocalText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How much may be sent, how much of it at once, and how long an upload waits for its sender. */
public final class UploadLimits {

    public static final long VIDEO_BYTES = 4L << 30;
    public static final long EVIDENCE_BYTES = 20L << 20;
    public static final int FILE_NAME_LENGTH = 200;

    /** Part addresses answered to one request. */
    public static final int PARTS_SIGNED_AT_ONCE = 20;

    /** An upload nobody continued for this long is given up. */
    public static final Duration OPEN_FOR = Duration.ofHours(48);

    /** How long the address of one part is good for; the part may still be on its way when it ends. */
    public static final Duration PART_URL_LIFE = Duration.ofHours(1);

    private UploadLimits() {}

    /** A field that is wrong and why. */
    public record Fault(String field, LocalText reason) {}

    public static long largest(UploadKind kind) {
        return switch (kind) {
            case VIDEO -> VIDEO_BYTES;
            case EVIDENCE -> EVIDENCE_BYTES;
        };
    }

    /** How many uploads of this kind one person may have open at the same time. */
    public static int openAtOnce(UploadKind kind) {
        return switch (kind) {
            case VIDEO -> 8;
            case EVIDENCE -> 20;
        };
    }

    /** How many files one person may send in a day, whatever became of them. */
    public static int openedPerDay(UploadKind kind) {
        return switch (kind) {
            case VIDEO -> 60;
            case EVIDENCE -> 100;
        };
    }

    /** Everything that is wrong with a file's announced name and size; empty when nothing is. */
    public static List<Fault> faults(UploadKind kind, String fileName, long sizeBytes) {
        List<Fault> faults = new ArrayList<>();
        if (fileName.isBlank() || fileName.length() > FILE_NAME_LENGTH) {
            faults.add(new Fault(
                    "fileName",
                    new LocalText(
                            "文件名需为 1 至 " + FILE_NAME_LENGTH + " 个字符。",
                            "The file name must have 1 to " + FILE_NAME_LENGTH + " characters.")));
        }
        if (fileName.codePoints().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            faults.add(new Fault(
                    "fileName",
                    new LocalText("文件名不能含有斜线或控制字符。", "The file name must not contain slashes or control characters.")));
        }
        if (sizeBytes <= 0) {
            faults.add(new Fault("sizeBytes", new LocalText("文件是空的。", "The file is empty.")));
        }
        if (sizeBytes > largest(kind)) {
            String most = largest(kind) / (1 << 20) + " MiB";
            faults.add(new Fault(
                    "sizeBytes",
                    new LocalText("文件不能超过 " + most + "。", "The file must not be larger than " + most + ".")));
        }
        return faults;
    }
}
