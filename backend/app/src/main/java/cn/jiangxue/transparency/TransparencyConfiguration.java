package cn.jiangxue.transparency;

import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.PlatformProperties;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TreeHeadProperties.class)
class TransparencyConfiguration {

    /** The logs, each opened once. */
    record OpenLogs(List<OpenLog> all) {}

    @Bean
    OpenLogs openLogs(
            ObjectProvider<LeafSource> sources,
            DocumentsFactory documents,
            KeyFolder keys,
            PlatformProperties platform,
            TreeHeadProperties properties,
            Clock clock) {
        Path folder =
                Objects.requireNonNullElse(properties.folder(), keys.path().resolve("tree-heads"));
        return new OpenLogs(sources.orderedStream()
                .map(source -> open(
                        source, documents, new HeadSigner(keys, platform.publicBaseUrl(), source.log()), folder, clock))
                .toList());
    }

    static OpenLog open(LeafSource source, DocumentsFactory documents, HeadSigner signer, Path folder, Clock clock) {
        LogStore store = new LogStore(documents, source.log());
        Intake intake = new Intake(source, new LeafQueue(documents, source.log(), clock), store, clock);
        HeadFolder outside = new HeadFolder(folder, source.log());
        return new OpenLog(source, store, signer, new Sequencer(store, intake, signer, outside));
    }

    @Bean
    TransparencyLogs transparencyLogs(OpenLogs logs) {
        return new TransparencyLogs(logs.all());
    }

    @Bean
    KeptRecords keptRecords(TransparencyLogs logs, Organisations organisations) {
        return new KeptRecords(logs, organisations);
    }

    @Bean
    Sequencers treeHeadsHealthIndicator(OpenLogs logs, TreeHeadProperties properties) {
        return new Sequencers(logs.all(), properties.every());
    }
}
