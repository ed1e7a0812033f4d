package cn.jiangxue.organisation;

import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.OutboxSource;
import com.mongodb.client.model.Indexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrganisationConfiguration {

    @Bean
    OutboxSource organisationsTell() {
        return new OutboxSource(StoredOrganisation.COLLECTION);
    }

    @Bean
    CollectionIndex organisationsByKind() {
        return new CollectionIndex(StoredOrganisation.COLLECTION, Indexes.ascending("kind"));
    }

    @Bean
    CollectionIndex organisationsByPlace() {
        return new CollectionIndex(StoredOrganisation.COLLECTION, Indexes.ascending("within"));
    }
}
