package cn.jiangxue.local.elastic;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the node of one machine. */
class EmbeddedSearchNodeTest extends SearchContract {
    @TempDir
    static Path data;

    private static SearchNode node;

    @BeforeAll
    static void start() {
        node = SearchNode.start(data, 0);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Override
    Http node() {
        return new Http(node.url());
    }
}
