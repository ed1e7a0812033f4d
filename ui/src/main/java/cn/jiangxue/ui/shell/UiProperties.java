package cn.jiangxue.ui.shell;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the services are and how long to wait for them. {@code timeZone}: civil dates and times are shown in it. */
@ConfigurationProperties("jiangxue")
public record UiProperties(
        @DefaultValue Service backend,
        @DefaultValue Service content,
        @Nullable URI publicBaseUrl,
        @DefaultValue("Asia/Shanghai") ZoneId timeZone,
        @DefaultValue Waits waits) {

    /** A service by its base address. */
    public record Service(
            @DefaultValue("http://127.0.0.1:1") URI baseUrl) {}

    /** {@code connect} and {@code answer} bound one call; nothing in a page waits longer. */
    public record Waits(
            @DefaultValue("2s") Duration connect,
            @DefaultValue("8s") Duration answer) {}
}
