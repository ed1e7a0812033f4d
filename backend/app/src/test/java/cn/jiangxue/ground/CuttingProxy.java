package cn.jiangxue.ground;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between a client and the document store; lets one message through and swallows its answer. */
public final class CuttingProxy implements AutoCloseable {

    private static final int HEADER = 16;

    private final ServerSocket listening;
    private final int storePort;
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile List<String> words = List.of();

    public CuttingProxy(int storePort) throws IOException {
        this.storePort = storePort;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + listening.getLocalPort() + "/?retryWrites=false";
    }

    /** The next message that has all of these words is answered by the end of its connection. */
    public void cutAnswerTo(String... message) {
        words = List.of(message);
    }

    public int cuts() {
        return cuts.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    /** Requests of one connection are answered one after the other. */
    private void serve(Socket client) {
        try (client;
                Socket store = new Socket(InetAddress.getLoopbackAddress(), storePort)) {
            DataInputStream requests = new DataInputStream(client.getInputStream());
            DataInputStream answers = new DataInputStream(store.getInputStream());
            OutputStream toStore = store.getOutputStream();
            OutputStream toClient = client.getOutputStream();
            while (true) {
                byte[] request = message(requests);
                toStore.write(request);
                byte[] answer = message(answers);
                if (isMeant(request)) {
                    cuts.incrementAndGet();
                    return;
                }
                toClient.write(answer);
            }
        } catch (IOException ended) {
            // one of the two has gone
        }
    }

    private boolean isMeant(byte[] request) {
        List<String> wanted = words;
        String text = new String(request, StandardCharsets.ISO_8859_1);
        if (wanted.isEmpty() || !wanted.stream().allMatch(text::contains)) {
            return false;
        }
        words = List.of();
        return true;
    }

    private static byte[] message(DataInputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        if (header.length < HEADER) {
            throw new IOException("the end");
        }
        ByteBuffer read = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        int length = read.getInt();
        byte[] whole = ByteBuffer.allocate(length).put(header).array();
        in.readFully(whole, HEADER, length - HEADER);
        return whole;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
