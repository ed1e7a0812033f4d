package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.wire.MongoWireMessageEncoder;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Listens on loopback and speaks the MongoDB wire protocol; more than {@value #MAX_CONNECTIONS} connections are closed. */
final class WireServer implements AutoCloseable {

    private static final int MAX_CONNECTIONS = 2000;
    private static final int WORKERS = 8;
    private static final int MAX_QUEUED = MAX_CONNECTIONS;

    private final StoreBackend backend;
    private final EventLoopGroup loops;
    private final ExecutorService workers;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel listening;

    WireServer(StoreBackend backend, int port, Consumer<String> report) throws IOException {
        this.backend = backend;
        this.loops = new MultiThreadIoEventLoopGroup(2, daemon("mongo-wire"), NioIoHandler.newFactory());
        this.workers = new ThreadPoolExecutor(
                WORKERS, WORKERS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_QUEUED), daemon("mongo-work"));
        this.listening = bind(port, report);
    }

    private static DefaultThreadFactory daemon(String name) {
        return new DefaultThreadFactory(name, true);
    }

    private Channel bind(int port, Consumer<String> report) throws IOException {
        var bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 256)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        accept(channel, report);
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            stopThreads();
            throw new IOException("cannot listen on 127.0.0.1:" + port + ": " + bound.cause(), bound.cause());
        }
        return bound.channel();
    }

    private void accept(SocketChannel channel, Consumer<String> report) {
        if (connections.size() >= MAX_CONNECTIONS) {
            channel.close();
            return;
        }
        connections.add(channel);
        channel.pipeline()
                .addLast(new MongoWireReplyEncoder())
                .addLast(new MongoWireMessageEncoder())
                .addLast(new MongoWireProtocolHandler())
                .addLast(new RequestHandler(backend, workers, report));
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /** Closes the port and all connections; commands under way are finished first. */
    @Override
    public void close() {
        listening.close().awaitUninterruptibly();
        stopThreads();
    }

    private void stopThreads() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.close().awaitUninterruptibly(1, TimeUnit.SECONDS);
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(3, TimeUnit.SECONDS);
    }
}
