package cn.jiangxue.stating;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StatingApi.Row;
import cn.jiangxue.contract.StatingApi.RowFault;
import cn.jiangxue.contract.StatingApi.RowResult;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What became of one block of rows. It names no person: the line leads back to the sender's own file. */
record ResultBlock(
        @BsonId String id, int schema, UUID importId, int n, int refused, List<StoredRow> rows, Instant expiresAt) {

    static final String COLLECTION = "outcome_import_results";
    static final int SCHEMA = 1;

    static ResultBlock of(UUID importId, int n, List<Row> rows, Instant expiresAt) {
        return new ResultBlock(
                importId + "/" + n,
                SCHEMA,
                importId,
                n,
                (int) rows.stream()
                        .filter(row -> row.result() == RowResult.REFUSED)
                        .count(),
                rows.stream().map(StoredRow::of).toList(),
                expiresAt);
    }

    record StoredRow(int line, String number, RowResult result, List<StoredFault> faults) {

        static StoredRow of(Row row) {
            return new StoredRow(
                    row.line(),
                    row.number(),
                    row.result(),
                    row.faults().stream()
                            .map(fault -> new StoredFault(fault.column(), fault.why(), fault.next()))
                            .toList());
        }

        Row view() {
            return new Row(
                    line,
                    number,
                    result,
                    faults.stream()
                            .map(fault -> new RowFault(fault.column(), fault.why(), fault.next()))
                            .toList());
        }
    }

    record StoredFault(@Nullable String column, LocalText why, LocalText next) {}
}
