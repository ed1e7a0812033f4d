package cn.jiangxue.credit.rules;

import cn.jiangxue.contract.LocalText;

/** The version of the rule that made a posting, as it read then. A later version changes nothing here. */
public record RulePin(String ruleId, int version, LocalText name, LocalText clause, String source) {}
