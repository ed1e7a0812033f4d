package cn.jiangxue.vocabulary;

import java.util.UUID;

/** A union, an employer or an institution. */
public record OrganisationId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
