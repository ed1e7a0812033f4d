package cn.jiangxue.stating.rules;

import cn.jiangxue.contract.LocalText;
import org.jspecify.annotations.Nullable;

/** Why a row is refused: where, what is wrong, and what to do next. {@code column} null: the row as a whole. */
public record Fault(@Nullable Column column, LocalText why, LocalText next) {}
