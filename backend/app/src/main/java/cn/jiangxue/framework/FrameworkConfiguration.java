package cn.jiangxue.framework;

import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.OutboxSource;
import cn.jiangxue.platform.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FrameworkConfiguration {

    @Bean
    OutboxSource standardVersionsTell() {
        return new OutboxSource(VersionDocument.COLLECTION);
    }

    @Bean
    OutboxSource standardCommentsTell() {
        return new OutboxSource(CommentDocument.COLLECTION);
    }

    @Bean
    Subscription<VersionAdopted> olderStandardsEnd(Succession succession) {
        return Subscription.to(
                VersionAdopted.class, "framework.succession", (adopted, meta) -> succession.follow(adopted));
    }

    @Bean
    CollectionIndex standardVersionsAdopted() {
        return VersionShelf.INDEX;
    }

    @Bean
    CollectionIndex standardCommentsByVersion() {
        return Comments.INDEX;
    }
}
