package cn.jiangxue.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list. {@code next} is an opaque cursor for the following page, null on the last. Nothing pages by offset. */
public record Page<T>(List<T> items, @Nullable String next) {}
