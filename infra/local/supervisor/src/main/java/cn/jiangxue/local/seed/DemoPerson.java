package cn.jiangxue.local.seed;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Role;
import java.util.UUID;

/**
 * Somebody who can sign in to the demo.
 *
 * @param id fixed
 * @param organisation where the role is held
 * @param task what one can try as this person
 */
public record DemoPerson(
        UUID id,
        String userName,
        String displayName,
        String password,
        Role role,
        DemoOrganisation organisation,
        LocalText task) {}
