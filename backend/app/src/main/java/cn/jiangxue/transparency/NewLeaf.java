package cn.jiangxue.transparency;

import cn.jiangxue.proof.Hash;
import java.util.UUID;

/** A leaf that waits for its place in the log. {@code id}: of the record; one leaf for each record, however often it is handed over. */
public record NewLeaf(UUID id, Hash hash) {}
