package cn.jiangxue.ui.fake;

import cn.jiangxue.contract.LearningApi.Beat;
import cn.jiangxue.contract.LearningApi.BeatReply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What the browser talks to directly: beats, playlists ({@code fake.media.folder} holds an HLS rendition), and a store for parts. */
@RestController
class FakeStore {

    private static final Map<String, String> TYPES = Map.of(
            "m3u8",
            "application/vnd.apple.mpegurl",
            "mp4",
            "video/mp4",
            "m4s",
            "video/iso.segment",
            "ts",
            "video/mp2t",
            "vtt",
            "text/vtt",
            "jpg",
            "image/jpeg");

    private final FakeLearning learning;
    private final FakeRest.Media media;

    FakeStore(FakeLearning learning, FakeRest.Media media) {
        this.learning = learning;
        this.media = media;
    }

    @PostMapping("/study/beats")
    BeatReply beat(@RequestBody Beat beat) {
        return learning.beat(beat);
    }

    @PostMapping("/study/grants/renewals")
    Map<String, Object> renew() {
        return Map.of(
                "grant", "grant-2", "expiresAt", Instant.now().plusSeconds(600).toString());
    }

    @GetMapping("/media/{id}/{name}")
    ResponseEntity<FileSystemResource> file(@PathVariable UUID id, @PathVariable String name) {
        Path path = Path.of(System.getProperty("fake.media.folder", "/nowhere")).resolve(name);
        return Files.isRegularFile(path) && name.matches("[a-zA-Z0-9_.-]+")
                ? ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(TYPES.getOrDefault(
                                name.substring(name.lastIndexOf('.') + 1), "application/octet-stream")))
                        .body(new FileSystemResource(path))
                : ResponseEntity.notFound().build();
    }

    @GetMapping("/media/{id}/captions/{lang}.vtt")
    ResponseEntity<FileSystemResource> captions(@PathVariable UUID id, @PathVariable String lang) {
        return file(id, lang + ".vtt");
    }

    @PutMapping("/fake-store/{id}/{part}")
    void part(@PathVariable UUID id, @PathVariable int part, InputStream body) throws IOException {
        body.transferTo(java.io.OutputStream.nullOutputStream());
        media.done.merge(
                id,
                List.of(part),
                (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
    }
}
