package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.courses.SampleCourse;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sending a film on the page of a video lesson. */
final class FilmUpload {

    /** Five parts of 8 MiB. */
    private static final int MEBIBYTES = 40;

    private static final Pattern PART = Pattern.compile("[?&]partNumber=(\\d+)");

    private final Visitor trainer;
    private final Page page;
    private final Locator box;
    private final List<Integer> arrived = new CopyOnWriteArrayList<>();

    FilmUpload(Visitor trainer) {
        this.trainer = trainer;
        this.page = trainer.page();
        this.box = page.locator("jx-upload");
        page.onRequestFinished(this::noted);
    }

    private void noted(Request request) {
        Matcher part = PART.matcher(request.url());
        if (request.method().equals("PUT") && part.find()) {
            arrived.add(Integer.parseInt(part.group(1)));
        }
    }

    /** A wrong file first; then the film over a slow link, with a pause, a reload and a lost link on its way. */
    void withTroubles(SampleCourse script) {
        refuseWhatIsNoFilm();
        Path film = Films.large(script, MEBIBYTES);
        CDPSession link = trainer.context().newCDPSession(page);
        slow(link, 10 << 20);
        choose(film);
        page.waitForCondition(() -> !arrived.isEmpty());
        trainer.press("暂停");
        assertThat(box).containsText("已暂停");
        trainer.checked("upload-paused");
        slow(link, 3 << 20);
        trainer.press("继续");
        awaitPercent(65);
        page.reload();
        assertThat(box).containsText("重新选择同一个文件");
        trainer.checked("upload-left");
        Predicate<String> part = url -> PART.matcher(url).find();
        page.route(part, lost -> lost.abort("internetdisconnected"));
        choose(film);
        assertThat(box).containsText("网络断开，恢复后自动继续");
        trainer.checked("upload-offline");
        page.unroute(part);
        awaitDone();
        assertThat(page.getByText(Pattern.compile("正在转码 \\d+%"))).isVisible();
        trainer.checked("transcoding");
    }

    /** Over a slow link; returns when the first parts have arrived. */
    void begin(SampleCourse script) {
        slow(trainer.context().newCDPSession(page), 4 << 20);
        choose(Films.large(script, MEBIBYTES));
        awaitPercent(60);
    }

    void awaitDone() {
        assertThat(box).containsText("上传完成", new LocatorAssertions.ContainsTextOptions().setTimeout(240_000));
        assertThat(arrived).as("no part is sent twice").doesNotHaveDuplicates();
    }

    private void refuseWhatIsNoFilm() {
        choose(Films.notAFilm());
        assertThat(box.locator("[role=alert]")).containsText("文件不是支持的视频");
        trainer.checked("upload-refused");
        arrived.clear();
    }

    void choose(Path file) {
        box.locator("input[type=file]").setInputFiles(file);
    }

    private void awaitPercent(int least) {
        page.waitForFunction(
                "least => document.querySelector('jx-upload [role=progressbar]').ariaValueNow >= least", least);
    }

    /** The browser's link, in bytes a second upwards. */
    private static void slow(CDPSession link, int bytesPerSecond) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytesPerSecond);
        link.send("Network.enable");
        link.send("Network.emulateNetworkConditions", conditions);
    }
}
