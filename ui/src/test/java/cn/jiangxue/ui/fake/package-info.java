/** The services as the pages see them, held in memory: for the tests of the pages and for looking at them. */
package cn.jiangxue.ui.fake;
