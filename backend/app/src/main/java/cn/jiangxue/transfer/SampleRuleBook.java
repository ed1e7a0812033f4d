package cn.jiangxue.transfer;

import cn.jiangxue.frameworks.RuleBookData;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.util.retry.Retry;

/** In demo mode the sample rule book is brought in at start, trying until the store answers. Elsewhere institutions bring in their own. */
@Component
final class SampleRuleBook implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SampleRuleBook.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final RuleImport imports;
    private final RuleBookData sample;
    private final boolean demo;
    private Disposable running = Disposables.disposed();
    private volatile boolean started;

    SampleRuleBook(RuleImport imports, RuleBookData sample, @Value("${jiangxue.demo:false}") boolean demo) {
        this.imports = imports;
        this.sample = sample;
        this.demo = demo;
    }

    @Override
    public void start() {
        started = true;
        if (demo) {
            running = imports.bringIn(sample)
                    .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)
                            .doBeforeRetry(signal -> LOG.warn(
                                    "the sample rule book cannot be brought in yet: {}",
                                    signal.failure().toString())))
                    .subscribe(added -> LOG.info("sample rule book: {} versions added", added));
        }
    }

    @Override
    public void stop() {
        running.dispose();
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
