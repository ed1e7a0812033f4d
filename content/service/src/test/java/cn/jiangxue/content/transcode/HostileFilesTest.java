package cn.jiangxue.content.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.media.MediaFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The canary: a secret beside the hostile file and a listener on loopback. Neither may be touched, whatever the file says. */
class HostileFilesTest {

    private static final String SECRET = "the-secret-of-this-machine-0123456789";

    @TempDir
    Path folder;

    private final AtomicInteger visits = new AtomicInteger();
    private ServerSocket listener;
    private Path secret;

    @BeforeEach
    void bait() throws IOException {
        secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
        listener = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> {
            while (!listener.isClosed()) {
                try (var visitor = listener.accept()) {
                    visits.incrementAndGet();
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void unbait() throws IOException {
        listener.close();
    }

    @Test
    void no_file_can_make_the_converter_read_this_machine_or_call_it() throws IOException {
        String web = "http://127.0.0.1:" + listener.getLocalPort() + "/x";
        String file = "file://" + secret;
        for (byte[] hostile : List.of(
                playlist(web),
                playlist(file),
                playlist("concat:" + web + "|" + file),
                playlist("subfile,,start,0,end,9,,:" + secret),
                bytes("ffconcat version 1.0\nfile '" + secret + "'\nfile '" + web + "'\n"),
                bytes("v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video "
                        + listener.getLocalPort() + " RTP/AVP 96\na=rtpmap:96 H264/90000\n"),
                bytes("<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\"><Period>"
                        + "<AdaptationSet mimeType=\"video/mp4\"><Representation id=\"1\"><BaseURL>" + web
                        + "</BaseURL></Representation></AdaptationSet></Period></MPD>"),
                bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"" + file + "\"/></svg>"),
                aviWithPlaylistAsSubtitle(playlist(web)),
                aviWithPlaylistAsSubtitle(playlist(file)),
                movWithReference(web),
                movWithReference(secret.toString()))) {
            Path job = job(hostile);

            assertThat(convert(job)).isInstanceOf(Transcoder.Failed.class);
            assertThat(visits).as("nobody called").hasValue(0);
            assertThat(leaked(job)).as("nothing read").isFalse();
        }
    }

    @Test
    void the_bait_works_where_nothing_guards_it() throws Exception {
        Path job = job(playlist("http://127.0.0.1:" + listener.getLocalPort() + "/x.ts"));
        var builder = new ProcessBuilder(
                        Films.PROGRAMS.ffmpeg().toString(),
                        "-nostdin",
                        "-protocol_whitelist",
                        "file,http,tcp",
                        "-f",
                        "hls",
                        "-extension_picky",
                        "0",
                        "-i",
                        "source",
                        "out.mp4")
                .directory(job.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Films.PROGRAMS.environment());
        Process bare = builder.start();

        assertThat(bare.waitFor(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        assertThat(visits).as("an unguarded converter calls").hasPositiveValue();
    }

    @Test
    void without_the_whitelists_the_network_is_still_out_of_reach() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(Films.CAGE.withoutNetwork(), "this kernel lends no namespaces");
        Path job = Files.createDirectory(folder.resolve("bare"));
        var command = List.of(
                Films.PROGRAMS.ffmpeg().toString(),
                "-nostdin",
                "-i",
                "http://127.0.0.1:" + listener.getLocalPort() + "/x",
                "out.mp4");

        var end = Films.CAGE.run(
                new Cage.Order(command, Films.PROGRAMS.environment(), job, java.time.Duration.ofSeconds(20), 1 << 20),
                line -> true);

        assertThat(end).isInstanceOf(Cage.Exited.class);
        assertThat(((Cage.Exited) end).code()).isNotZero();
        assertThat(visits).hasValue(0);
    }

    @Test
    void broken_files_end_as_failed_with_a_reason() throws IOException {
        byte[] whole = Files.readAllBytes(Films.film(folder.resolve("whole.mp4"), 320, 180, 6));
        byte[] early =
                Files.readAllBytes(Films.film(folder.resolve("early.mp4"), 320, 180, 6, "-movflags", "+faststart"));
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);

        assertThat(failure(new byte[] {0})).isEqualTo(MediaFailure.UNREADABLE);
        assertThat(failure(noise)).isEqualTo(MediaFailure.UNREADABLE);
        assertThat(failure(Arrays.copyOf(whole, whole.length / 2))).isEqualTo(MediaFailure.UNREADABLE);
        assertThat(failure(Arrays.copyOf(early, early.length / 2))).isIn(MediaFailure.BROKEN, MediaFailure.CUT_OFF);
        assertThat(failure(Files.readAllBytes(sound()))).isEqualTo(MediaFailure.NO_PICTURE);
        assertThat(failure(Files.readAllBytes(
                        Films.film(folder.resolve("huge.mp4"), 4096, 2304, 1, "-c:v", "mpeg4", "-frames:v", "1"))))
                .as("more points than allowed")
                .isIn(MediaFailure.BROKEN, MediaFailure.UNREADABLE, MediaFailure.NO_PICTURE);
    }

    @Test
    void a_child_that_takes_too_long_or_writes_too_much_is_ended() throws IOException {
        Path job = Files.createDirectory(folder.resolve("greedy"));
        var endless = List.of(
                Films.PROGRAMS.ffmpeg().toString(),
                "-nostdin",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=640x360",
                "-f",
                "null",
                "-");
        var large = List.of(
                Films.PROGRAMS.ffmpeg().toString(),
                "-nostdin",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=640x360",
                "-f",
                "rawvideo",
                "out.raw");

        assertThat(Films.CAGE.run(
                        new Cage.Order(
                                endless, Films.PROGRAMS.environment(), job, java.time.Duration.ofSeconds(2), 1 << 20),
                        line -> true))
                .isInstanceOf(Cage.OutOfTime.class);
        var end = Films.CAGE.run(
                new Cage.Order(large, Films.PROGRAMS.environment(), job, java.time.Duration.ofSeconds(30), 8 << 20),
                line -> true);
        assertThat(end instanceof Cage.TooMuchOutput || end instanceof Cage.Exited exited && exited.code() != 0)
                .as("%s", end)
                .isTrue();
    }

    private MediaFailure failure(byte[] content) throws IOException {
        var outcome = convert(job(content));
        assertThat(outcome).isInstanceOf(Transcoder.Failed.class);
        return ((Transcoder.Failed) outcome).why();
    }

    private Path sound() {
        return Films.make(
                folder.resolve("sound.mp4"),
                List.of("-f", "lavfi", "-i", "sine=frequency=440:duration=2", "-c:a", "aac"));
    }

    private static Transcoder.Outcome convert(Path job) throws IOException {
        return new Transcoder(Films.PROGRAMS, Films.CAGE).convert(job.resolve("source"), percent -> true);
    }

    private Path job(byte[] content) throws IOException {
        Path job = Files.createTempDirectory(folder, "job");
        Files.write(job.resolve("source"), content);
        return job;
    }

    /** Whether the secret is in anything that was made of the file. */
    private static boolean leaked(Path job) throws IOException {
        try (Stream<Path> made = Files.list(job)) {
            return made.filter(path -> !path.endsWith("source")).anyMatch(HostileFilesTest::holdsSecret);
        }
    }

    private static boolean holdsSecret(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).contains(SECRET);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] playlist(String address) {
        return bytes("#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\n" + address + "\n#EXT-X-ENDLIST\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An AVI whose text stream is a GAB2 subtitle that is really a playlist (the shape of CVE-2017-9993). */
    private static byte[] aviWithPlaylistAsSubtitle(byte[] playlist) {
        byte[] gab2 = concat(bytes("GAB2\0"), new byte[] {2, 0, 0, 0, 0, 0, 4, 0}, little(playlist.length), playlist);
        byte[] avih = chunk("avih", new byte[56]);
        byte[] strh = chunk("strh", concat(bytes("txts"), new byte[52]));
        byte[] strf = chunk("strf", new byte[40]);
        byte[] header = list("hdrl", concat(avih, list("strl", concat(strh, strf))));
        byte[] movie = list("movi", chunk("00tx", gab2));
        byte[] body = concat(bytes("AVI "), header, movie);
        return concat(bytes("RIFF"), little(body.length), body);
    }

    private static byte[] list(String kind, byte[] content) {
        return chunk("LIST", concat(bytes(kind), content));
    }

    private static byte[] chunk(String name, byte[] content) {
        return concat(bytes(name), little(content.length), content, new byte[content.length % 2]);
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    /** A whole film whose data reference says that its samples are elsewhere. */
    private byte[] movWithReference(String address) throws IOException {
        Path film = folder.resolve("plain.mov");
        if (!Files.exists(film)) {
            Films.film(film, 320, 180, 1);
        }
        byte[] mov = Files.readAllBytes(film);
        String text = new String(mov, StandardCharsets.ISO_8859_1);
        int url = text.indexOf("url \0\0\0\1");
        if (url < 0) {
            url = text.indexOf("alis\0\0\0\1");
        }
        assertThat(url).as("the film has a data reference to bend").isPositive();
        byte[] place = Arrays.copyOf(bytes(address), Math.max(address.length(), 4));
        byte[] bent = mov.clone();
        bent[url + 7] = 0;
        int room = Math.min(place.length, bent.length - url - 8);
        System.arraycopy(place, 0, bent, url + 8, room);
        return bent;
    }

    private static byte[] concat(byte[]... parts) {
        var all = ByteBuffer.allocate(
                Stream.of(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
