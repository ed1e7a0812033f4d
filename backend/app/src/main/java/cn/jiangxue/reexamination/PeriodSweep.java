package cn.jiangxue.reexamination;

import cn.jiangxue.platform.LeasedSweep;
import cn.jiangxue.platform.SweepLease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;

/** Keeps the seeds in time, from the first moment of the service on: what is decided before the first seed is committed to is not drawn. */
final class PeriodSweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PeriodSweep.class);

    private final LeasedSweep sweep;
    private Disposable first = Disposables.disposed();

    PeriodSweep(Periods periods, SweepLease lease) {
        this.sweep = new LeasedSweep("the seeds of re-examinations", lease, periods::upkeep);
    }

    void start() {
        first = sweep.sweep()
                .subscribe(
                        done -> {}, failure -> LOG.warn("the seeds wait for the next sweep: {}", failure.toString()));
        sweep.start();
    }

    @Override
    public void close() {
        first.dispose();
        sweep.close();
    }
}
