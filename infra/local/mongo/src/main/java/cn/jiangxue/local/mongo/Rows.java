package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.function.UnaryOperator;

/** Rows found as they are asked for. */
interface Rows extends Iterator<Document> {

    /** The size as BSON of the row last returned, before any projection. */
    int bytes();

    /** The first {@code limit} of these rows; the next one is never looked for. */
    default Rows limited(long limit) {
        Rows all = this;
        return new Rows() {
            private long left = limit;

            @Override
            public boolean hasNext() {
                return left > 0 && all.hasNext();
            }

            @Override
            public Document next() {
                left--;
                return all.next();
            }

            @Override
            public int bytes() {
                return all.bytes();
            }
        };
    }

    /** These rows, each changed. */
    default Rows mapped(UnaryOperator<Document> change) {
        Rows all = this;
        return new Rows() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public Document next() {
                return change.apply(all.next());
            }

            @Override
            public int bytes() {
                return all.bytes();
            }
        };
    }
}
