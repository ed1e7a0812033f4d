package cn.jiangxue.local.mongo;

import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts the index entries and the documents that queries look at, for one query or for all. */
final class Examined {

    private final LongAdder keys = new LongAdder();
    private final LongAdder documents = new LongAdder();
    private final @Nullable Examined total;

    Examined(@Nullable Examined total) {
        this.total = total;
    }

    void key() {
        keys.increment();
        if (total != null) {
            total.key();
        }
    }

    void document() {
        documents.increment();
        if (total != null) {
            total.document();
        }
    }

    long keys() {
        return keys.sum();
    }

    long documents() {
        return documents.sum();
    }
}
