package cn.jiangxue.framework;

import cn.jiangxue.contract.FrameworkApi.Framework;
import cn.jiangxue.contract.FrameworkApi.RuleView;
import cn.jiangxue.contract.FrameworkApi.Standard;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.Access;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.ProblemException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FrameworkRoutes {

    private final Standards standards;

    FrameworkRoutes(Standards standards) {
        this.standards = standards;
    }

    @GetMapping("/api/framework")
    @Access(AccessKind.SIGNED_IN)
    Framework framework() {
        return FrameworkViews.framework(standards.framework());
    }

    @GetMapping("/api/standards")
    @Access(AccessKind.SIGNED_IN)
    List<Standard> standards() {
        return standards.all().stream()
                .map(standard -> FrameworkViews.standard(standard, standards.framework()))
                .toList();
    }

    @GetMapping("/api/standards/{occupationCode}")
    @Access(AccessKind.SIGNED_IN)
    Standard standard(@PathVariable String occupationCode) {
        return standards
                .standard(occupationCode)
                .map(standard -> FrameworkViews.standard(standard, standards.framework()))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    @GetMapping("/api/transfer-rules")
    @Access(AccessKind.SIGNED_IN)
    List<RuleView> rules() {
        return standards.transferRules().stream().map(FrameworkViews::rule).toList();
    }
}
