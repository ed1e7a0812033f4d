package cn.jiangxue.evaluation.rules;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.frameworks.ExamRequirement;
import java.util.List;

/** What a plan asks at one grade, never less than the standard's edition does. */
public record GradeParts(Grade grade, List<ExamRequirement> parts) {}
