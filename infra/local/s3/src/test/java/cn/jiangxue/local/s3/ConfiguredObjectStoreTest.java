package cn.jiangxue.local.s3;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract on the S3 that production would use. */
@EnabledIfEnvironmentVariable(
        named = "S3_TEST_URI",
        matches = ".+",
        disabledReason =
                "NOT RUN: set S3_TEST_URI=http://access:secret@host:port/bucket to prove the contract on a real S3")
class ConfiguredObjectStoreTest extends ObjectStoreContract {
    private static S3Target target;

    @BeforeAll
    static void reach() {
        target = S3Target.parse(System.getenv("S3_TEST_URI"));
    }

    @Override
    S3Target target() {
        return target;
    }
}
