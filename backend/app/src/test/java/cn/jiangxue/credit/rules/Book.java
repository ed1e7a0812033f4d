package cn.jiangxue.credit.rules;

import cn.jiangxue.credit.rules.Ledger.Stamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An account with all its entries in memory, decided on by the real rules. */
final class Book {

    AccountState account = AccountState.empty(Sample.LI);
    final List<Entry> entries = new ArrayList<>();
    LocalDate today = Sample.TODAY;

    Decision post(Posting posting) {
        Decision decision = Ledger.decide(account, known(posting), posting, stamp());
        if (decision instanceof Decision.Append append) {
            entries.add(append.entry());
            account = append.account();
        }
        return decision;
    }

    Entry posted(Posting posting) {
        return ((Decision.Append) post(posting)).entry();
    }

    private Stamp stamp() {
        byte[] salt = new byte[Salt.BYTES];
        salt[0] = (byte) entries.size();
        return new Stamp(
                new UUID(7, entries.size() + 1), Salt.of(salt), Sample.NOON.plusSeconds(entries.size()), today);
    }

    private Known known(Posting posting) {
        return new Known(
                last(entry -> entry.cause().equals(posting.cause())),
                last(entry -> posting.award() != null && posting.award().equals(entry.award())));
    }

    private @Nullable Entry last(java.util.function.Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).reduce((older, newer) -> newer).orElse(null);
    }
}
