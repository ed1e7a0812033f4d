package cn.jiangxue.content.playback;

import cn.jiangxue.content.media.Screening;
import cn.jiangxue.content.objects.ObjectAddresses;
import cn.jiangxue.content.objects.ObjectTransfer;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlaybackConfiguration {

    @Bean
    Playback playback(Screening screening, ObjectAddresses addresses, ObjectTransfer transfer, Clock clock) {
        return new Playback(screening, addresses, transfer, clock);
    }
}
