package cn.jiangxue.identity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginTest {

    @Test
    void a_user_name_is_known_however_it_is_typed() {
        assertThat(Login.parse("  Zhang.San ")).contains(new Login.UserName("zhang.san"));
        assertThat(Login.parse("ＺＨＡＮＧ")).contains(new Login.UserName("zhang"));
        assertThat(Login.parse("张三_01")).contains(new Login.UserName("张三_01"));
    }

    @Test
    void a_phone_number_is_known_however_it_is_typed() {
        var phone = new Login.Phone("13812345678");

        assertThat(Login.parse("13812345678")).contains(phone);
        assertThat(Login.parse("+86 138-1234-5678")).contains(phone);
        assertThat(Login.parse("0086(138)12345678")).contains(phone);
        assertThat(Login.parse("１３８１２３４５６７８")).contains(phone);
    }

    @Test
    void what_is_neither_is_nothing() {
        for (String typed :
                new String[] {"", "a", "1", "12812345678", "1381234567", "a b", "用户!", ".ab", "x".repeat(41)}) {
            assertThat(Login.parse(typed)).as(typed).isEmpty();
        }
        assertThat(Login.parse("a".repeat(40))).isPresent();
        assertThat(Login.parse(" ".repeat(60) + "abcdefgh")).isEmpty();
        assertThat(Login.parse(" ".repeat(60) + "abcd")).isPresent();
    }
}
