package cn.jiangxue.credit;

import cn.jiangxue.credit.Movement.Mandate;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.PlatformConfiguration;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A poster as a process of its own: says what it asks for and what it was told, until it is killed. */
final class PosterMain {

    static final int LEARNERS = 12;
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private PosterMain() {}

    /** Address of the store, database, number of this poster. */
    public static void main(String[] args) {
        var client = MongoClients.create(PlatformConfiguration.clientSettings(args[0]));
        CreditLedger ledger = new CreditLedger(new DocumentsFactory(client.getDatabase(args[1])), Clock.systemUTC());
        ledger.start();
        Postings postings = new Postings(ledger);
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        int poster = Integer.parseInt(args[2]);
        Flux.range(0, Integer.MAX_VALUE)
                .concatMap(round -> Flux.range(0, AT_ONCE)
                        .flatMap(lane -> told(postings, movement(poster, round * AT_ONCE + lane), out), AT_ONCE)
                        .then())
                .blockLast(PATIENCE);
    }

    private static Mono<Void> told(Postings postings, Asked asked, PrintStream out) {
        say(out, "ASK " + asked);
        return postings.post(asked.movement())
                .doOnNext(posted -> say(out, (posted instanceof Posted.Entered ? "ACK " : "NOT ") + asked))
                .then();
    }

    private static synchronized void say(PrintStream out, String line) {
        out.println(line);
        out.flush();
    }

    /** A movement that can be made again from its name: poster and number. */
    record Asked(int poster, int number, Movement movement) {

        @Override
        public String toString() {
            return poster + "-" + number;
        }
    }

    static LearnerId learner(int number) {
        return new LearnerId(new UUID(7, number % LEARNERS));
    }

    /** Four deposits to a debit, over all learners alike. */
    static Asked movement(int poster, int number) {
        LearnerId who = learner(number);
        UUID id = new UUID(poster + 1L, number + 1L);
        Movement movement = number % 5 == 4
                ? new Movement.Debit(id, who, Ask.APPLICATION, new Credits(100), Ask.REASON, Mandate.SYSTEM)
                : Ask.deposit(who, id, 1_000, LocalDate.of(2090, 1, 1 + number % 20));
        return new Asked(poster, number, movement);
    }
}
