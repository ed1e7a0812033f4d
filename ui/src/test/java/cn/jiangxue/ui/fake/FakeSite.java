package cn.jiangxue.ui.fake;

import cn.jiangxue.ui.UiApplication;
import org.springframework.boot.SpringApplication;

/** The pages over the fakes, to look at while the services are being built: sign in as {@code liming}, password {@code demo-password}. */
public final class FakeSite {

    private FakeSite() {}

    public static void main(String[] arguments) {
        SpringApplication.from(UiApplication::main).with(FakeServices.class).run(arguments);
    }
}
