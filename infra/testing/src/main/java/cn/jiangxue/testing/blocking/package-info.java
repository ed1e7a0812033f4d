/** BlockHound as the tests of the reactive services run it: an event loop that waits fails the test. */
@org.jspecify.annotations.NullMarked
package cn.jiangxue.testing.blocking;
