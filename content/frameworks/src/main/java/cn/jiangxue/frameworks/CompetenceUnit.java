package cn.jiangxue.frameworks;

import cn.jiangxue.contract.LocalText;

/**
 * A part of what is assessed at a grade.
 *
 * @param id unique within the standard
 * @param weightPercent its share; the units of a grade make 100 together
 */
public record CompetenceUnit(String id, LocalText name, int weightPercent) {}
