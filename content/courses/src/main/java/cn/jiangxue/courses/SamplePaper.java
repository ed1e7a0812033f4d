package cn.jiangxue.courses;

import cn.jiangxue.contract.LocalText;
import java.util.UUID;

/**
 * How the questions of a course are asked.
 *
 * @param drawCount how many are drawn for an attempt
 * @param minutes time limit of an attempt, 0: none
 */
public record SamplePaper(UUID id, LocalText title, int drawCount, int passPercent, int maxAttempts, int minutes) {}
