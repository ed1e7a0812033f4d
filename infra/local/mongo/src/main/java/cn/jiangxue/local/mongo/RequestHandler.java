package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes one connection's requests off the event loop, runs them on the workers and sends each reply when what it tells of
 * is on disk. A connection has one request under way at a time, as drivers use it.
 */
final class RequestHandler extends SimpleChannelInboundHandler<ClientRequest> {

    private static final int INTERNAL_ERROR = 1;
    private static final int WRITE_FAILED = 91;

    private final StoreBackend backend;
    private final Executor workers;
    private final Consumer<String> report;
    private final AtomicInteger replies = new AtomicInteger();

    RequestHandler(StoreBackend backend, Executor workers, Consumer<String> report) {
        this.backend = backend;
        this.workers = workers;
        this.report = report;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
        try {
            workers.execute(() -> handle(context, request));
        } catch (RejectedExecutionException e) {
            context.close();
        }
    }

    private void handle(ChannelHandlerContext context, ClientRequest request) {
        Document command = commandOf(request);
        StoreBackend.Answer answer;
        try {
            answer = backend.answer(context.channel(), request.getDatabaseName(), command);
        } catch (MongoServerError e) {
            answer = failed(e.getCode(), e.getCodeName(), e.getMessageWithoutErrorCode());
        } catch (MongoServerException e) {
            answer = failed(INTERNAL_ERROR, "InternalError", String.valueOf(e.getMessageWithoutErrorCode()));
        } catch (RuntimeException | StackOverflowError e) {
            report.accept("command " + command.keySet().iterator().next() + " failed: " + e);
            answer = failed(INTERNAL_ERROR, "InternalError", e.toString());
        }
        Document reply = answer.reply();
        backend.storage()
                .groupCommit()
                .whenDurable(
                        answer.durableAt(), broken -> send(context, request, broken == null ? reply : lost(broken)));
    }

    private static Document commandOf(ClientRequest request) {
        if (request instanceof MongoMessage message) {
            return message.getDocument();
        }
        Document query = ((MongoQuery) request).getQuery();
        return query.get("$query") instanceof Document inner ? inner : query;
    }

    /** What failed may have changed something before it failed, so that too waits for the disk. */
    private StoreBackend.Answer failed(int code, @Nullable String codeName, String message) {
        Document error = new Document("ok", 0.0).append("errmsg", message).append("code", code);
        error.putIfNotNull("codeName", codeName);
        return new StoreBackend.Answer(error, backend.storage().log().appended());
    }

    private static Document lost(IOException broken) {
        return new Document("ok", 0.0)
                .append("errmsg", "the log cannot be forced to disk, nothing is acknowledged any more: " + broken)
                .append("code", WRITE_FAILED)
                .append("codeName", "ShutdownInProgress");
    }

    private void send(ChannelHandlerContext context, ClientRequest request, Document reply) {
        MessageHeader header =
                new MessageHeader(replies.incrementAndGet(), request.getHeader().getRequestID());
        Object message = request instanceof MongoMessage
                ? new MongoMessage(context.channel(), header, reply)
                : new MongoReply(header, List.of(reply), 0);
        context.writeAndFlush(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        backend.handleClose(context.channel());
        context.fireChannelInactive();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (!(cause instanceof IOException)) {
            report.accept("connection closed: " + cause);
        }
        context.close();
    }
}
