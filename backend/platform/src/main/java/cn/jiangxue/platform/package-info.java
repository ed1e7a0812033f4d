/**
 * The technical ground the reactive services stand on: who is calling, problem documents, typed Mongo collections, the outbox, keys, tokens, time.
 * It knows no feature.
 */
@NullMarked
package cn.jiangxue.platform;

import org.jspecify.annotations.NullMarked;
