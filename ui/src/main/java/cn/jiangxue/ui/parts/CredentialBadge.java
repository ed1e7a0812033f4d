package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.ui.text.Texts;

/** The state of a credential. */
public final class CredentialBadge {

    private CredentialBadge() {}

    public static Badge of(CredentialState state) {
        return new Badge(
                Texts.t("parts.credential." + state),
                switch (state) {
                    case ACTIVE -> Badge.Tone.GOOD;
                    case SUSPENDED -> Badge.Tone.WARNING;
                    case REVOKED -> Badge.Tone.BAD;
                    case EXPIRED -> Badge.Tone.NEUTRAL;
                });
    }
}
