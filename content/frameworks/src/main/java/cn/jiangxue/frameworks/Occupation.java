package cn.jiangxue.frameworks;

import cn.jiangxue.contract.LocalText;

/**
 * An occupation.
 *
 * @param code code of 《中华人民共和国职业分类大典（2022年版）》, e.g. {@code 6-18-01-01}
 */
public record Occupation(String code, LocalText name) {}
