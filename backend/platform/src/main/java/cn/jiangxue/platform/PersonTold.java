package cn.jiangxue.platform;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.MessageApi.MessageKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a person's matter that they should hear of, or a day of theirs is about to run out. Told beside the audit fact, in the document of the matter, by
 * whoever decided it or by the sweep that reminds. Names no other person and holds nothing that a person wrote.
 *
 * @param matterId of the case, claim or credential that the kind is about
 * @param matter what it is called
 * @param institution who acted
 * @param actBy the last civil day of what may or must be done about it; null where nothing runs out
 */
@EventType("person.told")
public record PersonTold(
        UUID personId,
        MessageKind kind,
        UUID matterId,
        LocalText matter,
        LocalText institution,
        @Nullable LocalDate actBy) {}
