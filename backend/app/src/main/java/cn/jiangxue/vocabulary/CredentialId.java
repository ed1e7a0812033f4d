package cn.jiangxue.vocabulary;

import java.util.UUID;

/** A signed credential that was issued. */
public record CredentialId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
