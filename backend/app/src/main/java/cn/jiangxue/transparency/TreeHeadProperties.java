package cn.jiangxue.transparency;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folder where heads and leaf hashes stand outside the database; {@code tree-heads} in the key folder when not said
 * @param every how often waiting leaves are put into the log
 */
@ConfigurationProperties("jiangxue.tree-heads")
record TreeHeadProperties(
        @Nullable Path folder, @DefaultValue("2s") Duration every) {}
