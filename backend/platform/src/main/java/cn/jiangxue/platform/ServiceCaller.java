package cn.jiangxue.platform;

/** Another service of this platform, by its name. */
public record ServiceCaller(String name) implements Actor {}
