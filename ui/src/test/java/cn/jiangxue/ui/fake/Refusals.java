package cn.jiangxue.ui.fake;

import cn.jiangxue.contract.Problem;
import cn.jiangxue.contract.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.HttpClientErrorException;
import tools.jackson.databind.json.JsonMapper;

/** A refusal as a service sends it. */
final class Refusals {

    private Refusals() {}

    static RuntimeException of(ProblemCode code, String title, String detail, String next) {
        Problem problem = new Problem(
                code.type(), title, code.status(), detail, next, null, "0af7651916cd43dd8448eb211c80319c", List.of());
        byte[] body = JsonMapper.builder().build().writeValueAsBytes(problem);
        return HttpClientErrorException.create(
                HttpStatusCode.valueOf(code.status()), title, new HttpHeaders(), body, StandardCharsets.UTF_8);
    }

    static RuntimeException notFound() {
        return of(ProblemCode.NOT_FOUND, "没有找到", "您要找的内容不存在，或不属于您。", "请检查链接，或从首页重新开始。");
    }
}
