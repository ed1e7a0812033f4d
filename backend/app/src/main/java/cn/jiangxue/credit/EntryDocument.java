package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.CreditApi.RuleRef;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.credit.rules.Award;
import cn.jiangxue.credit.rules.Change;
import cn.jiangxue.credit.rules.Entry;
import cn.jiangxue.credit.rules.Leaf;
import cn.jiangxue.credit.rules.Leg;
import cn.jiangxue.credit.rules.Part;
import cn.jiangxue.credit.rules.RulePin;
import cn.jiangxue.credit.rules.Salt;
import cn.jiangxue.credit.rules.Terms;
import cn.jiangxue.platform.Packed;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.transparency.NewLeaf;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A ledger entry as it is kept. Both legs are in it, and the account as it stands after it: the newest entry of a learner is the account.
 *
 * @param award learner, outcome and target in one word, by which the newest entry about an award is found
 * @param leafHash of the canonical bytes under the salt
 * @param account as it stands after this entry; absent in entries of earlier releases that are not the newest of their account
 * @param expiresOn the day on which the first available credit of that account ends; absent when none does, so that a sweep finds what is due
 */
record EntryDocument(
        @BsonId UUID id,
        int schema,
        UUID learnerId,
        long seq,
        EntryKind kind,
        String cause,
        List<StoredLeg> legs,
        long availableChangeMilli,
        long heldChangeMilli,
        long balanceAfterMilli,
        String counter,
        @Nullable UUID outcomeId,
        @Nullable String target,
        @Nullable String award,
        @Nullable String occupationCode,
        @Nullable RulePin rule,
        @Nullable Long undoes,
        LocalText reason,
        List<Finding> findings,
        Instant postedAt,
        String salt,
        String leafHash,
        @Nullable LocalDate usableUntil,
        @Nullable String hold,
        @Nullable UUID organisationId,
        @Nullable UUID by,
        List<StoredPart> parts,
        @Packed @Nullable StoredAccount account,
        @Nullable LocalDate expiresOn) {

    static final int SCHEMA = 3;

    record StoredLeg(String account, String bucket, long milli) {
        static StoredLeg of(Leg leg) {
            return new StoredLeg(leg.account(), leg.bucket(), leg.amount().milli());
        }
    }

    record StoredPart(@Nullable LocalDate until, long availableMilli, long heldMilli) {
        static StoredPart of(Part part) {
            return new StoredPart(
                    part.until(), part.available().milli(), part.held().milli());
        }

        Part part() {
            return new Part(until, new Credits(availableMilli), new Credits(heldMilli));
        }
    }

    /** The entry alone, as it is shown. */
    static EntryDocument of(Entry entry) {
        return of(entry, null, null);
    }

    /** {@code after}: the account once the entry is in it. */
    static EntryDocument of(Entry entry, AccountState after) {
        return of(entry, StoredAccount.of(after), after.lots().firstEnd().orElse(null));
    }

    private static EntryDocument of(Entry entry, @Nullable StoredAccount account, @Nullable LocalDate expiresOn) {
        Award award = entry.award();
        Terms terms = entry.terms();
        return new EntryDocument(
                entry.id(),
                SCHEMA,
                entry.learner().value(),
                entry.seq(),
                entry.kind(),
                entry.cause(),
                entry.legs().stream().map(StoredLeg::of).toList(),
                entry.change().available().milli(),
                entry.change().held().milli(),
                entry.balanceAfter().milli(),
                entry.counter(),
                award == null ? null : award.outcome().value(),
                award == null ? null : award.target(),
                award == null ? null : awardKey(entry.learner(), award),
                entry.occupationCode(),
                entry.rule(),
                entry.undoes(),
                entry.reason(),
                entry.findings(),
                entry.postedAt(),
                entry.salt().hex(),
                Leaf.hash(entry),
                terms.usableUntil(),
                terms.hold(),
                terms.organisationId(),
                terms.by(),
                entry.parts().stream().map(StoredPart::of).toList(),
                account,
                expiresOn);
    }

    /** The account as it stands after this entry; empty for an entry of an earlier release that was not lifted. */
    Optional<AccountState> state() {
        return Optional.ofNullable(account).map(after -> after.state(new LearnerId(learnerId), seq));
    }

    Entry entry() {
        return new Entry(
                id,
                new LearnerId(learnerId),
                seq,
                kind,
                cause,
                new Change(new Credits(availableChangeMilli), new Credits(heldChangeMilli)),
                new Credits(balanceAfterMilli),
                counter,
                outcomeId == null || target == null ? null : new Award(new OutcomeId(outcomeId), target),
                occupationCode,
                rule,
                undoes,
                reason,
                findings,
                postedAt,
                new Salt(salt),
                new Terms(usableUntil, hold, organisationId, by),
                parts.stream().map(StoredPart::part).toList());
    }

    CreditApi.Entry view() {
        return new CreditApi.Entry(
                seq,
                id,
                kind,
                availableChangeMilli,
                heldChangeMilli,
                balanceAfterMilli,
                reason,
                outcomeId,
                rule == null
                        ? null
                        : new RuleRef(
                                rule.ruleId(),
                                rule.version(),
                                rule.name(),
                                rule.clause().zh(),
                                rule.source()),
                cause,
                undoes,
                postedAt,
                leafHash,
                usableUntil);
    }

    NewLeaf newLeaf() {
        return new NewLeaf(id, Hash.ofHex(leafHash));
    }

    static String awardKey(LearnerId learner, Award award) {
        return learner.value() + "/" + award.key();
    }

    /** The id that an entry of this cause has in this account, so that a cause is looked up by primary key. Version 8 of RFC 9562, from SHA-256. */
    static UUID idOf(LearnerId learner, String cause) {
        try {
            byte[] name = (learner.value() + "/" + cause).getBytes(StandardCharsets.UTF_8);
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name));
            long high = hash.getLong() & 0xffff_ffff_ffff_0fffL | 0x8000L;
            long low = hash.getLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
