package cn.jiangxue.vocabulary;

import java.util.UUID;

/** A natural person; the key of the account, the roles and the real name. */
public record PersonId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
