package cn.jiangxue;

import cn.jiangxue.platform.ParentWatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the learning and credit service. */
@SpringBootApplication
public class BackendApplication {

    public static void main(String[] args) {
        ParentWatch.start();
        SpringApplication.run(BackendApplication.class, args);
    }
}
