package cn.jiangxue.transfer;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleBookApi.BookChange;
import cn.jiangxue.contract.RuleBookApi.BookEntry;
import cn.jiangxue.platform.EventType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An institution did something to a version that anyone may read. Names no person. {@code institution} null: nobody but the calendar or a file. */
@EventType("transfer.rule-book-changed")
public record RuleBookChanged(
        BookChange what,
        BookEntry entry,
        String entryId,
        int version,
        LocalText name,
        @Nullable UUID institution,
        @Nullable String reason) {}
