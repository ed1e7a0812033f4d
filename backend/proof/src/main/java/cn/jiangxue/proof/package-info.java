/**
 * The tamper-evident log as pure functions of the JDK alone: hashing of RFC 9162, tiles and heads in the forms of C2SP, proofs and their verification. The service
 * makes proofs with it, the auditor's command checks them with it, and neither needs the other.
 */
@NullMarked
package cn.jiangxue.proof;

import org.jspecify.annotations.NullMarked;
