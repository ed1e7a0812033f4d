/**
 * Tamper-evident logs. Features declare what they keep as a {@link cn.jiangxue.transparency.LeafSource}; one fenced sequencer for each log orders its leaves, keeps the
 * tree in tiles, and signs heads that are also written outside the database. The rules are those of {@code backend/proof}.
 */
@NullMarked
package cn.jiangxue.transparency;

import org.jspecify.annotations.NullMarked;
