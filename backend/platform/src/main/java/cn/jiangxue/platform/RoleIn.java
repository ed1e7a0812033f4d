package cn.jiangxue.platform;

import cn.jiangxue.contract.Role;
import java.util.UUID;

/** A role held in an organisation. Its text form {@code ROLE@organisation} travels in access tokens. */
public record RoleIn(Role role, UUID organisationId) {

    @Override
    public String toString() {
        return role + "@" + organisationId;
    }

    /** Reads the text form; {@link IllegalArgumentException} when it is not one. */
    public static RoleIn parse(String text) {
        int at = text.indexOf('@');
        if (at < 0) {
            throw new IllegalArgumentException("not a role in an organisation: " + text);
        }
        return new RoleIn(Role.valueOf(text.substring(0, at)), UUID.fromString(text.substring(at + 1)));
    }
}
