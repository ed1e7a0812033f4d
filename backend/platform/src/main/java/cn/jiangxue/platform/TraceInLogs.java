package cn.jiangxue.platform;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Carries {@link Trace#KEY} from the Reactor context into the log context of the thread at work. */
final class TraceInLogs implements ThreadLocalAccessor<String> {

    static void register() {
        ContextRegistry.getInstance().registerThreadLocalAccessor(new TraceInLogs());
    }

    @Override
    public Object key() {
        return Trace.KEY;
    }

    @Override
    public @Nullable String getValue() {
        return MDC.get(Trace.KEY);
    }

    @Override
    public void setValue(String traceId) {
        MDC.put(Trace.KEY, traceId);
    }

    @Override
    public void setValue() {
        MDC.remove(Trace.KEY);
    }
}
