package cn.jiangxue.routes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.testing.WholeBackend;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** Routes that answer in a language get one, whatever the caller sends. */
@WholeBackend
class LanguageTest {

    @Autowired
    LocaleContextResolver languages;

    @Test
    void callers_who_name_no_language_are_answered_in_chinese() {
        assertThat(of(MockServerHttpRequest.get("/api/catalogue"))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
    }

    @Test
    void callers_who_name_a_language_are_answered_in_it() {
        assertThat(of(MockServerHttpRequest.get("/api/catalogue").acceptLanguageAsLocales(Locale.ENGLISH)))
                .isEqualTo(Locale.ENGLISH);
    }

    private Locale of(MockServerHttpRequest.BaseBuilder<?> request) {
        return languages
                .resolveLocaleContext(MockServerWebExchange.from(request.build()))
                .getLocale();
    }
}
