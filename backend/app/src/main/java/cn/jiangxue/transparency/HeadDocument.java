package cn.jiangxue.transparency;

import cn.jiangxue.proof.SignedNote;
import org.bson.codecs.pojo.annotations.BsonId;

/** A signed head that may be served: it stands outside the database already. */
record HeadDocument(@BsonId long size, int schema, String note) {

    static final int SCHEMA = 1;

    SignedNote signed() {
        return SignedNote.parse(note);
    }
}
