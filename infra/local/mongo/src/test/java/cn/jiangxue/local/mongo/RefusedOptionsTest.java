package cn.jiangxue.local.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.CreateCollectionOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this store would not honour it refuses, so that no program works here by luck. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedOptionsTest {

    private DocumentStore store;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeAll
    void open() {
        store = DocumentStore.temporary();
        client = MongoClients.create(store.uri());
        database = client.getDatabase("refused");
        database.getCollection("c").insertOne(new Document("_id", 1).append("a", 1));
    }

    @AfterAll
    void close() {
        client.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{find: 'c', filter: {}, collation: {locale: 'zh'}}",
                "{find: 'c', filter: {}, hint: 'a_1'}",
                "{find: 'c', filter: {}, let: {x: 1}}",
                "{find: 'c', filter: {}, min: {a: 1}}",
                "{find: 'c', filter: {}, tailable: true}",
                "{find: 'c', filter: {}, returnKey: true}",
                "{find: 'c', filter: {}, noCursorTimeout: true}",
                "{find: 'c', filter: {}, sort: {$natural: 1}}",
                "{find: 'c', filter: {}, projection: {score: {$meta: 'textScore'}}}",
                "{find: 'c', filter: {a: 1}, projection: {'list.$': 1}}",
                "{find: 'c', filter: {}, projection: {a: '$b'}}",
                "{find: 'c', filter: {}, projection: {a: 1, b: 0}}",
                "{find: 'none', filter: {$where: 'true'}}",
                "{find: 'none', filter: {$text: {$search: 'x'}}}",
                "{find: 'none', filter: {a: {$near: [1, 2]}}}",
                "{find: 'none', filter: {$or: [{a: {$bitsAllSet: 1}}]}}",
                "{find: 'none', filter: {a: {$elemMatch: {b: {$geoWithin: {}}}}}}",
                "{aggregate: 'c', pipeline: [{$match: {$jsonSchema: {}}}], cursor: {}}",
                "{delete: 'c', deletes: [{q: {a: {$unknown: 1}}, limit: 1}]}",
                "{find: 'c', filter: {}, readConcern: {level: 'snapshot'}}",
                "{find: 'c', filter: {}, readConcern: {level: 'linearizable'}}",
                "{insert: 'c', documents: [{_id: 9}], writeConcern: {w: 3}}",
                "{insert: 'c', documents: [{_id: 9}], txnNumber: 1, autocommit: false, startTransaction: true}",
                "{commitTransaction: 1}",
                "{update: 'c', updates: [{q: {}, u: [{$set: {a: 2}}]}]}",
                "{update: 'c', updates: [{q: {}, u: {$set: {a: 2}}, sort: {a: 1}}]}",
                "{update: 'c', updates: [{q: {}, u: {$set: {a: 2}}, collation: {locale: 'zh'}}]}",
                "{update: 'c', updates: [{q: {}, u: {$set: {a: 2}}, hint: 'a_1'}]}",
                "{update: 'c', updates: [], let: {x: 1}}",
                "{delete: 'c', deletes: [{q: {}, limit: 1, hint: 'a_1'}]}",
                "{findAndModify: 'c', query: {}, update: [{$set: {a: 2}}]}",
                "{findAndModify: 'c', query: {}, update: {$set: {a: 2}}, collation: {locale: 'zh'}}",
                "{aggregate: 'c', pipeline: [{$changeStream: {}}], cursor: {}}",
                "{aggregate: 'c', pipeline: [{$merge: {into: 'd'}}], cursor: {}}",
                "{aggregate: 'c', pipeline: [{$out: 'd'}], cursor: {}}",
                "{aggregate: 'c', pipeline: [{$set: {x: 1}}], cursor: {}}",
                "{aggregate: 'c', pipeline: [{$facet: {x: [{$out: 'd'}]}}], cursor: {}}",
                "{aggregate: 'c', pipeline: [], cursor: {}, collation: {locale: 'zh'}}",
                "{aggregate: 1, pipeline: [], cursor: {}}",
                "{count: 'c', query: {}, hint: 'a_1'}",
                "{distinct: 'c', key: 'a', collation: {locale: 'zh'}}",
                "{create: 'd', capped: true, size: 1000}",
                "{create: 'd', validator: {a: 1}}",
                "{create: 'd', viewOn: 'c', pipeline: []}",
                "{create: 'd', timeseries: {timeField: 't'}}",
                "{create: 'd', collation: {locale: 'zh'}}",
                "{createIndexes: 'c', indexes: [{key: {a: 1}, name: 'x', partialFilterExpression: {a: 1}}]}",
                "{createIndexes: 'c', indexes: [{key: {a: 1}, name: 'x', collation: {locale: 'zh'}}]}",
                "{createIndexes: 'c', indexes: [{key: {a: 1}, name: 'x', hidden: true}]}",
                "{createIndexes: 'c', indexes: [{key: {a: 'text'}, name: 'x'}]}",
                "{createIndexes: 'c', indexes: [{key: {a: '2dsphere'}, name: 'x'}]}",
                "{createIndexes: 'c', indexes: [{key: {a: 'hashed'}, name: 'x'}]}",
                "{createIndexes: 'c', indexes: [{key: {'$**': 1}, name: 'x'}]}",
                "{collMod: 'c', validator: {}}",
                "{mapReduce: 'c'}",
            })
    void what_would_be_ignored_is_refused(String command) {
        assertThatThrownBy(() -> database.runCommand(Document.parse(command)))
                .isInstanceOf(MongoException.class)
                .satisfies(e -> assertThat(((MongoException) e).getCode()).isIn(2, 20, 67, 72, 115));
        assertThat(database.getCollection("c").find().first()).isEqualTo(new Document("_id", 1).append("a", 1));
        assertThat(database.getCollection("d").countDocuments()).isZero();
    }

    @Test
    void the_refusal_names_the_option() {
        assertThatThrownBy(() ->
                        database.getCollection("c").find().hintString("a_1").first())
                .hasMessageContaining("'hint' is not supported by the embedded store");
    }

    @Test
    void a_session_may_be_used_but_not_for_a_transaction() {
        assertThatThrownBy(() -> {
                    try (var session = client.startSession()) {
                        session.startTransaction();
                        database.getCollection("c").insertOne(session, new Document("_id", 2));
                    }
                })
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void what_drivers_always_send_is_accepted() {
        var tuned = database.withReadConcern(com.mongodb.ReadConcern.MAJORITY)
                .withWriteConcern(com.mongodb.WriteConcern.MAJORITY.withJournal(true));

        assertThatCode(() -> {
                    tuned.createCollection("tuned", new CreateCollectionOptions());
                    tuned.getCollection("tuned").insertOne(new Document("_id", 1));
                    tuned.getCollection("tuned")
                            .find()
                            .maxTime(5, TimeUnit.SECONDS)
                            .comment("why")
                            .allowDiskUse(true)
                            .first();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void a_time_to_live_may_be_declared_and_is_only_kept_as_a_declaration() {
        database.getCollection("ttl")
                .createIndex(Indexes.ascending("at"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        database.getCollection("ttl").insertOne(new Document("_id", 1).append("at", new java.util.Date(0)));

        assertThat(database.getCollection("ttl").listIndexes())
                .anySatisfy(index -> assertThat(index).containsKey("expireAfterSeconds"));
        assertThat(database.getCollection("ttl").countDocuments()).isEqualTo(1);
    }

    @Test
    void a_query_that_takes_too_long_is_ended() {
        var many = database.getCollection("many");
        many.insertMany(java.util.stream.IntStream.range(0, 20_000)
                .mapToObj(i -> new Document("_id", i).append("text", "x".repeat(200)))
                .toList());

        assertThatThrownBy(() -> many.find(Document.parse("{text: {$regex: 'y.*z$'}}"))
                        .maxTime(1, TimeUnit.MILLISECONDS)
                        .first())
                .isInstanceOf(com.mongodb.MongoExecutionTimeoutException.class);
    }
}
