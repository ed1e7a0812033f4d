package cn.jiangxue.transfer;

import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.transfer.rules.Lifecycle.Signer;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The institutions in whose name somebody may write and sign rules: as their recognition officer or administrator. */
final class Reach {

    private Reach() {}

    static Signer signer(Caller caller) {
        return new Signer(caller.personId(), of(caller));
    }

    static Set<UUID> of(Caller caller) {
        return Stream.of(Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR)
                .flatMap(role -> caller.organisationsAs(role).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
