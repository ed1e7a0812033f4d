package cn.jiangxue.content.transcode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ffmpeg that comes as a dependency (org.bytedeco:ffmpeg): taken out of its jar once and kept in the scratch folder. */
final class BundledPrograms {

    private static final Logger LOG = LoggerFactory.getLogger(BundledPrograms.class);
    private static final String ROOT = "/org/bytedeco/ffmpeg/linux-x86_64-gpl/";

    /** Changes with the dependency, so that an older extraction is not taken for it. */
    private static final String FOLDER = "ffmpeg-8.0.1-1.5.13";

    private static final List<String> FILES = List.of(
            "ffmpeg",
            "ffprobe",
            "libavcodec.so.62",
            "libavdevice.so.62",
            "libavfilter.so.11",
            "libavformat.so.62",
            "libavutil.so.60",
            "libdrm.so.2",
            "libswresample.so.6",
            "libswscale.so.9",
            "libva-drm.so.2",
            "libva.so.2");

    private static final List<String> STAND_INS =
            List.of("libxcb.so.1", "libxcb-shm.so.0", "libasound.so.2", "libpulse.so.0");

    private BundledPrograms() {}

    /** The folder with the programs and all they need; empty where they are not bundled or cannot be taken out. */
    static Optional<Path> unpackedIn(Path scratch) {
        Path folder = scratch.resolve(FOLDER);
        try {
            if (BundledPrograms.class.getResource(ROOT + "ffmpeg") == null) {
                return Optional.empty();
            }
            if (!Files.isDirectory(folder)) {
                unpack(scratch, folder);
            }
            return Optional.of(folder);
        } catch (IOException e) {
            LOG.warn("the bundled ffmpeg could not be unpacked: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Written aside and renamed: the folder is whole or absent, also when two services start at once. */
    private static void unpack(Path scratch, Path folder) throws IOException {
        Path aside = Files.createTempDirectory(scratch, FOLDER + ".new");
        for (String name : FILES) {
            try (InputStream file = BundledPrograms.class.getResourceAsStream(ROOT + name)) {
                if (file == null) {
                    throw new IOException("the bundle lacks " + name);
                }
                Files.copy(file, aside.resolve(name));
            }
        }
        for (String name : STAND_INS) {
            Files.write(aside.resolve(name), StandInLibrary.bytes());
        }
        var executable = PosixFilePermissions.fromString("rwxr-xr-x");
        Files.setPosixFilePermissions(aside.resolve("ffmpeg"), executable);
        Files.setPosixFilePermissions(aside.resolve("ffprobe"), executable);
        Files.setPosixFilePermissions(aside, executable);
        try {
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            Scratch.remove(aside);
            // An atomic move onto another's folder fails with no exception of its own: what counts is whether one is
            // there.
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }
}
