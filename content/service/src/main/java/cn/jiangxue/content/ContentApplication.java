package cn.jiangxue.content;

import cn.jiangxue.platform.ParentWatch;
import cn.jiangxue.platform.PlatformConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The media service: uploads, transcoding, playback. Kept apart from identities and the ledger because it reads hostile files and burns CPU. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
@Import(PlatformConfiguration.class)
public class ContentApplication {

    /** Started by itself or as a child that ends with its parent. */
    public static void main(String[] arguments) {
        ParentWatch.start();
        SpringApplication.run(ContentApplication.class, arguments);
    }
}
