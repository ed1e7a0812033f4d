package cn.jiangxue.ui.shell;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.AuditApi;
import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.CredentialApi;
import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.DeclaredOutcomeApi;
import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.ExaminationApi;
import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.LearningApi;
import cn.jiangxue.contract.MessageApi;
import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.PriorLearningApi;
import cn.jiangxue.contract.ProgrammesApi;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.contract.ReexaminationApi;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.StandardsApi;
import cn.jiangxue.contract.StatingApi;
import cn.jiangxue.contract.SupervisionApi;
import cn.jiangxue.contract.TransparencyApi;
import java.net.http.HttpClient;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.ImportHttpServices;

/** The services, as interfaces: two groups, one per address. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
        group = Clients.BACKEND,
        types = {
            AssessmentApi.class,
            AuditApi.class,
            CatalogApi.class,
            CredentialApi.class,
            CreditApi.class,
            DeclaredOutcomeApi.class,
            EvaluationApi.class,
            ExaminationApi.class,
            FrameworkApi.class,
            IdentityApi.class,
            LearningApi.class,
            MessageApi.class,
            OrganisationApi.class,
            PriorLearningApi.class,
            ProgrammesApi.class,
            PromotionApi.class,
            RuleBookApi.class,
            RecognitionApi.class,
            ReexaminationApi.class,
            StandardsApi.class,
            StatingApi.class,
            SupervisionApi.class,
            TransparencyApi.class
        })
@ImportHttpServices(group = Clients.CONTENT, types = MediaApi.class)
class Clients {

    static final String BACKEND = "backend";
    static final String CONTENT = "content";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** HTTP/1.1: the services behind are plain, and an upgrade attempt on each first call helps nobody. */
    @Bean
    HttpClient httpClient(UiProperties properties) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(properties.waits().connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Bean
    RestClientHttpServiceGroupConfigurer callers(
            UiProperties properties, HttpClient httpClient, BearerInterceptor bearer, UnansweredOnce once) {
        var factory = new JdkClientHttpRequestFactory(httpClient);
        factory.setReadTimeout(properties.waits().answer());
        return groups -> groups.forEachClient((group, client) -> client.baseUrl(
                        group.name().equals(CONTENT)
                                ? properties.content().baseUrl().toString()
                                : properties.backend().baseUrl().toString())
                .requestFactory(factory)
                .requestInterceptor(bearer)
                .requestInterceptor(once));
    }
}
