package cn.jiangxue.frameworks;

import cn.jiangxue.contract.LocalText;

/**
 * Why something is asked.
 *
 * @param wording what is asked, in words a worker understands
 * @param clause the paper and the place in it, by its own title or number
 * @param source how far the line can be trusted
 */
public record Grounds(LocalText wording, LocalText clause, Source source) {}
