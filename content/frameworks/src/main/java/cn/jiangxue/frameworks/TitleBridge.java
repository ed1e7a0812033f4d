package cn.jiangxue.frameworks;

import cn.jiangxue.contract.Grade;

/**
 * 贯通: a skill grade that opens the way to a professional title; provincial, so data.
 *
 * @param sinceYears years worked since the grade was gained
 */
public record TitleBridge(Grade grade, int sinceYears, TitleLevel title, Grounds grounds) {}
