package cn.jiangxue.content.transcode;

import cn.jiangxue.content.media.WorkQueue;
import cn.jiangxue.content.objects.ObjectTransfer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TranscodeSettings.class)
class TranscodeConfiguration {

    @Bean
    Workshop transcoding(TranscodeSettings settings, WorkQueue queue, ObjectTransfer transfer) {
        return new Workshop(settings, queue, transfer);
    }
}
