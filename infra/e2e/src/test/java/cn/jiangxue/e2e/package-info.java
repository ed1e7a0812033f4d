/** The product as its users meet it: started by {@code ./run}, seen in a real browser. */
package cn.jiangxue.e2e;
