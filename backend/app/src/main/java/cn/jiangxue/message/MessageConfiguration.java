package cn.jiangxue.message;

import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.ExpiringCollection;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.platform.Subscription;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MessageConfiguration {

    @Bean
    Subscription<PersonTold> messagesAreKept(Messages messages) {
        return Subscription.to(PersonTold.class, "message", messages::keep);
    }

    @Bean
    ExpiringCollection messagesExpire() {
        return new ExpiringCollection(MessageDocument.COLLECTION);
    }

    @Bean
    CollectionIndex messagesByPerson() {
        return Messages.INDEXES.get(0);
    }

    @Bean
    CollectionIndex messagesUnread() {
        return Messages.INDEXES.get(1);
    }
}
