package cn.jiangxue.credit.rules;

import java.util.HexFormat;

/** Sixteen random bytes, kept as hexadecimal text. */
public record Salt(String hex) {

    /** Length in bytes. */
    public static final int BYTES = 16;

    public Salt {
        if (HexFormat.of().parseHex(hex).length != BYTES) {
            throw new IllegalArgumentException("a salt has " + BYTES + " bytes");
        }
    }

    public static Salt of(byte[] bytes) {
        return new Salt(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
