package cn.jiangxue.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.Sealing;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Keeps personal values readable only through the person's own data key. The key is wrapped by the newest master key of the key folder and wrapped anew when that
 * was rotated; {@link #erase} makes everything sealed for the person unreadable for good, in backups too.
 */
@Component
public final class PersonalVault {

    private static final String MASTER = "master";

    private final Documents<StoredPersonKey> keys;
    private final List<byte[]> masters;

    PersonalVault(Documents<StoredPersonKey> keys, KeyFolder folder) {
        folder.secret(MASTER, Sealing.KEY_BYTES);
        this.keys = keys;
        this.masters = folder.versions(MASTER);
    }

    /** A person's data key while it is in use. */
    static final class PersonKey {

        private final UUID personId;
        private final byte[] key;

        private PersonKey(UUID personId, byte[] key) {
            this.personId = personId;
            this.key = key;
        }

        Binary seal(String what, String clear) {
            return new Binary(Sealing.seal(key, context(what), clear.getBytes(StandardCharsets.UTF_8)));
        }

        String open(String what, Binary sealed) {
            return new String(Sealing.open(key, context(what), sealed.getData()), StandardCharsets.UTF_8);
        }

        private String context(String what) {
            return personId + "|" + what;
        }
    }

    /**
     * Seals a value of the person.
     *
     * @param what names the kind of value; it must be the same when the value is opened
     */
    public Mono<byte[]> seal(UUID personId, String what, byte[] clear) {
        return keyOf(personId).map(key -> Sealing.seal(key.key, key.context(what), clear));
    }

    /** The clear value; empty when the person's key was erased. */
    public Mono<byte[]> open(UUID personId, String what, byte[] sealed) {
        return existing(Set.of(personId))
                .mapNotNull(found -> found.get(personId))
                .map(key -> Sealing.open(key.key, key.context(what), sealed));
    }

    /** Destroys the person's key. There is no way back. */
    public Mono<Void> erase(UUID personId) {
        return keys.delete(eq("_id", personId)).then();
    }

    /** The person's key, made when there is none. */
    Mono<PersonKey> keyOf(UUID personId) {
        return keys.find(personId)
                .switchIfEmpty(Mono.defer(() -> make(personId)))
                .flatMap(this::usable);
    }

    /** The keys of these people; erased ones are left out. */
    Mono<Map<UUID, PersonKey>> existing(Collection<UUID> personIds) {
        Set<UUID> wanted = Set.copyOf(personIds);
        return keys.list(in("_id", wanted), null, Math.max(1, wanted.size()))
                .flatMap(this::usable)
                .collectMap(key -> key.personId);
    }

    private Mono<StoredPersonKey> make(UUID personId) {
        StoredPersonKey made = wrapped(personId, Sealing.newKey());
        return keys.insert(made).flatMap(inserted -> inserted ? Mono.just(made) : keys.find(personId));
    }

    private Mono<PersonKey> usable(StoredPersonKey stored) {
        PersonKey key = new PersonKey(stored.personId(), unwrap(stored));
        return stored.masterVersion() == masters.size()
                ? Mono.just(key)
                : rewrap(stored, key).thenReturn(key);
    }

    private Mono<Long> rewrap(StoredPersonKey stored, PersonKey key) {
        StoredPersonKey fresh = wrapped(key.personId, key.key);
        return keys.update(
                and(eq("_id", key.personId), eq("masterVersion", stored.masterVersion())),
                Updates.combine(
                        Updates.set("masterVersion", fresh.masterVersion()), Updates.set("wrapped", fresh.wrapped())));
    }

    private StoredPersonKey wrapped(UUID personId, byte[] key) {
        byte[] wrapped = Sealing.seal(masters.getLast(), "key-of|" + personId, key);
        return new StoredPersonKey(personId, StoredPersonKey.SCHEMA, masters.size(), new Binary(wrapped));
    }

    private byte[] unwrap(StoredPersonKey stored) {
        if (stored.masterVersion() > masters.size()) {
            throw new IllegalStateException("master key " + stored.masterVersion() + " is missing from the key folder");
        }
        return Sealing.open(
                masters.get(stored.masterVersion() - 1),
                "key-of|" + stored.personId(),
                stored.wrapped().getData());
    }
}
