package cn.jiangxue.local.elastic;

import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract on the Elasticsearch that production would use. */
@EnabledIfEnvironmentVariable(
        named = "ELASTIC_TEST_URI",
        matches = ".+",
        disabledReason = "NOT RUN: set ELASTIC_TEST_URI=http://host:9200 to prove the contract on a full Elasticsearch")
class ConfiguredElasticsearchTest extends SearchContract {
    @Override
    Http node() {
        return new Http(System.getenv("ELASTIC_TEST_URI"));
    }
}
