package cn.jiangxue.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectStoreMainTest {
    @TempDir
    Path folder;

    @Test
    void it_ends_when_its_parent_goes() throws Exception {
        try (ObjectStoreProcess store = ObjectStoreProcess.start(folder, 0)) {
            store.closeItsInput();

            assertThat(store.awaitEnd()).isZero();
        }
    }

    @Test
    void it_ends_on_sigterm_and_what_it_held_is_there_again() {
        byte[] body = ObjectStoreContract.bytes(1_000, 1);
        try (ObjectStoreProcess store = ObjectStoreProcess.start(folder, 0)) {
            store.target().put("kept", body);
            store.terminate();
            store.awaitEnd();
        }

        try (ObjectStoreProcess again = ObjectStoreProcess.start(folder, 0)) {
            assertThat(again.target().get("kept").body()).isEqualTo(body);
        }
    }
}
