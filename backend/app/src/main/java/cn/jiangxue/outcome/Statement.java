package cn.jiangxue.outcome;

import java.util.UUID;

/**
 * That an institution stated an outcome.
 *
 * @param number the institution's own number of the outcome
 * @param cause the import or the signed request by which it first came
 * @param line its place in there, from 1
 * @param fingerprint SHA-256 in hex of all that was stated
 */
record Statement(String number, UUID cause, int line, String fingerprint) {}
