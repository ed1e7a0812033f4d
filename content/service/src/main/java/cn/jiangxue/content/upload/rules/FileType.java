package cn.jiangxue.content.upload.rules;

import cn.jiangxue.content.contract.MediaApi.UploadKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The types of file we take, recognised by their first bytes and never by their name. Two readers must agree: the signatures here, which name exactly what we
 * take, and a general detector's opinion, which catches a file that is also something else.
 */
public enum FileType {
    MP4(
            UploadKind.VIDEO,
            "video/mp4",
            "video/mp4",
            "video/x-m4v",
            "application/mp4",
            "video/quicktime",
            "video/3gpp",
            "video/3gpp2"),
    QUICKTIME(UploadKind.VIDEO, "video/quicktime", "video/quicktime"),
    MATROSKA(UploadKind.VIDEO, "video/x-matroska", "application/x-matroska", "video/x-matroska", "video/webm"),
    AVI(UploadKind.VIDEO, "video/x-msvideo", "video/x-msvideo"),
    FLASH_VIDEO(UploadKind.VIDEO, "video/x-flv", "video/x-flv"),
    WINDOWS_MEDIA(UploadKind.VIDEO, "video/x-ms-wmv", "video/x-ms-asf", "video/x-ms-wmv", "application/vnd.ms-asf"),
    TRANSPORT_STREAM(UploadKind.VIDEO, "video/mp2t", "application/octet-stream", "video/mp2t"),
    JPEG(UploadKind.EVIDENCE, "image/jpeg", "image/jpeg"),
    PNG(UploadKind.EVIDENCE, "image/png", "image/png"),
    WEBP(UploadKind.EVIDENCE, "image/webp", "image/webp"),
    HEIC(UploadKind.EVIDENCE, "image/heic", "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence"),
    PDF(UploadKind.EVIDENCE, "application/pdf", "application/pdf");

    /** How many of the first bytes must be looked at; of a shorter file, all. */
    public static final int HEAD_BYTES = 64 << 10;

    private static final int PACKET = 188;
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1", "msf1", "hevc");
    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] EBML = {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3};
    private static final byte[] ASF = {0x30, 0x26, (byte) 0xb2, 0x75, (byte) 0x8e, 0x66, (byte) 0xcf, 0x11};
    private static final List<String> QUICKTIME_ATOMS = List.of("moov", "mdat", "wide", "free", "skip", "pnot");

    private final UploadKind kind;
    private final String contentType;
    private final Set<String> opinions;

    FileType(UploadKind kind, String contentType, String... opinions) {
        this.kind = kind;
        this.contentType = contentType;
        this.opinions = Set.of(opinions);
    }

    /** The content type such a file is served with. */
    public String contentType() {
        return contentType;
    }

    /**
     * The type of a file of this kind, or empty when it is not one we take.
     *
     * @param head the first {@link #HEAD_BYTES}, or the whole of a shorter file
     * @param opinion the content type a general detector sees in the same bytes
     */
    public static Optional<FileType> of(UploadKind kind, byte[] head, String opinion) {
        return Stream.of(values())
                .filter(type -> type.kind == kind)
                .filter(type -> type.opinions.contains(opinion))
                .filter(type -> type.signs(head))
                .findFirst();
    }

    private boolean signs(byte[] head) {
        return switch (this) {
            case MP4 -> "ftyp".equals(text(head, 4, 4)) && !"qt  ".equals(text(head, 8, 4)) && !isHeic(head);
            case QUICKTIME -> "ftypqt  ".equals(text(head, 4, 8)) || QUICKTIME_ATOMS.contains(text(head, 4, 4));
            case MATROSKA -> starts(head, EBML);
            case AVI -> "RIFF".equals(text(head, 0, 4)) && "AVI ".equals(text(head, 8, 4));
            case FLASH_VIDEO -> "FLV\1".equals(text(head, 0, 4));
            case WINDOWS_MEDIA -> starts(head, ASF);
            case TRANSPORT_STREAM -> isTransportStream(head);
            case JPEG -> head.length > 3 && head[0] == (byte) 0xff && head[1] == (byte) 0xd8 && head[2] == (byte) 0xff;
            case PNG -> starts(head, PNG_SIGNATURE);
            case WEBP -> "RIFF".equals(text(head, 0, 4)) && "WEBP".equals(text(head, 8, 4));
            case HEIC -> isHeic(head);
            case PDF -> "%PDF-".equals(text(head, 0, 5));
        };
    }

    private static boolean isHeic(byte[] head) {
        return "ftyp".equals(text(head, 4, 4)) && HEIC_BRANDS.contains(text(head, 8, 4));
    }

    /** Sync bytes at the start of five packets in a row. */
    private static boolean isTransportStream(byte[] head) {
        if (head.length < PACKET * 5) {
            return false;
        }
        for (int packet = 0; packet < 5; packet++) {
            if (head[packet * PACKET] != 0x47) {
                return false;
            }
        }
        return true;
    }

    private static boolean starts(byte[] head, byte[] signature) {
        return head.length >= signature.length
                && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
    }

    private static String text(byte[] head, int from, int length) {
        return head.length < from + length ? "" : new String(head, from, length, StandardCharsets.ISO_8859_1);
    }
}
