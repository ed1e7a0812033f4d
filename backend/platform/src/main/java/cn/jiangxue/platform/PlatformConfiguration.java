package cn.jiangxue.platform;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.UuidRepresentation;
import org.bson.codecs.configuration.CodecRegistries;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Wires the platform. A service imports this class and nothing else of the package. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PlatformProperties.class)
@ComponentScan
public class PlatformConfiguration {

    static {
        TraceInLogs.register();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    CivilTime civilTime(Clock clock, PlatformProperties properties) {
        return new CivilTime(clock, properties.timeZone());
    }

    @Bean
    KeyFolder keyFolder(PlatformProperties properties) {
        return new KeyFolder(properties.keys().folder());
    }

    /** Only the backend signs tokens. */
    @Bean
    @ConditionalOnProperty("jiangxue.issues-tokens")
    TokenIssuer tokenIssuer(KeyFolder keys, PlatformProperties properties, Clock clock) {
        return new TokenIssuer(keys, properties.tokens(), clock);
    }

    /** Majority, journalled writes and majority reads, said explicitly: an acknowledged write is never lost. */
    @Bean(destroyMethod = "close")
    MongoClient mongoClient(PlatformProperties properties) {
        return MongoClients.create(clientSettings(properties.mongo().uri()));
    }

    /** How every client of the document store is set up, in tests and benchmarks too. */
    public static MongoClientSettings clientSettings(String uri) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .codecRegistry(CodecRegistries.fromRegistries(
                        CodecRegistries.fromProviders(new RecordCodecs()),
                        CodecRegistries.fromCodecs(new PeriodCodec()),
                        MongoClientSettings.getDefaultCodecRegistry()))
                .uuidRepresentation(UuidRepresentation.STANDARD)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .applyToConnectionPoolSettings(pool -> pool.maxSize(64).maxWaitTime(5, TimeUnit.SECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                .build();
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, PlatformProperties properties) {
        return client.getDatabase(properties.mongo().database());
    }

    @Bean
    DocumentsFactory documentsFactory(MongoDatabase database) {
        return new DocumentsFactory(database);
    }

    @Bean
    Events events(MongoDatabase database, Clock clock) {
        return new Events(database.getCodecRegistry(), clock);
    }

    @Bean
    Outbox outbox(
            MongoDatabase database,
            Events events,
            Clock clock,
            ObjectProvider<OutboxSource> sources,
            ObjectProvider<Subscription<?>> subscriptions) {
        return new Outbox(
                database,
                events,
                clock,
                sources.orderedStream().toList(),
                () -> subscriptions
                        .orderedStream()
                        .<Subscription<?>>map(one -> one)
                        .toList());
    }

    /** Ready means that the document store answers. */
    @Bean
    ReactiveHealthIndicator documentsHealthIndicator(MongoDatabase database) {
        return () -> Mono.from(database.runCommand(new BsonDocument("ping", new BsonInt32(1))))
                .map(pong -> Health.up().build())
                .onErrorResume(e -> Mono.just(Health.down().build()));
    }

    /** Ready also means that the declared indexes exist. */
    @Bean
    CollectionIndexes indexesHealthIndicator(MongoDatabase database, ObjectProvider<CollectionIndex> indexes) {
        return new CollectionIndexes(database, indexes.orderedStream().toList());
    }

    @Bean
    ExpirySweep expirySweep(MongoDatabase database, ObjectProvider<ExpiringCollection> collections, Clock clock) {
        return new ExpirySweep(database, collections.orderedStream().toList(), clock);
    }
}
