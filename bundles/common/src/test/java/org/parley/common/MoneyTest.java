package org.parley.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "12.50, EUR, 1250, 12.50 EUR",
        "12.5,  EUR, 1250, 12.50 EUR",
        "-0.01, USD, -1,   -0.01 USD",
        "1000,  JPY, 1000, 1000 JPY",
        "1.234, KWD, 1234, 1.234 KWD",
        "0,     USD, 0,    0.00 USD"
    })
    void readsAndShowsAmountsWithTheCurrencysOwnDecimals(String amount, String currency, long minor, String shown) {
        Money money = Money.parse(amount, currency);

        assertThat(money.minor()).isEqualTo(minor);
        assertThat(money).hasToString(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "1.234, USD, INVALID_AMOUNT",
        "1.5, JPY, INVALID_AMOUNT",
        "abc, USD, INVALID_AMOUNT",
        "'', USD, INVALID_AMOUNT",
        "1e5, USD, INVALID_AMOUNT",
        "99999999999999999999, USD, INVALID_AMOUNT",
        "1.00, XYZ, INVALID_CURRENCY",
        "1.00, usd, INVALID_CURRENCY",
        "1.00, XAU, INVALID_CURRENCY"
    })
    void refusesWhatIsNoAmountAndSaysWhy(String amount, String currency, ErrorCode code) {
        assertThatThrownBy(() -> Money.parse(amount, currency))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void refusesAHugeExponentWithoutExpandingIt() {
        assertThatThrownBy(() -> Money.of(new BigDecimal("1e999999999"), Money.currency("USD")))
                .isInstanceOf(InvalidInput.class).hasMessageContaining("1E+999999999");
        assertThatThrownBy(() -> Money.rounded(new BigDecimal("1e999999999"), Money.currency("USD")))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void neverMixesCurrencies() {
        assertThatThrownBy(() -> Money.parse("1", "EUR").plus(Money.parse("1", "USD"))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void failsRatherThanOverflow() {
        assertThatThrownBy(() -> Money.ofMinor(Long.MAX_VALUE, "USD").plus(Money.ofMinor(1, "USD")))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @CsvSource({"1.00, 0.125, 0.12", "1.00, 0.135, 0.14", "10.00, -0.15, -1.50"})
    void multipliesAndRoundsHalfEven(String amount, String factor, String result) {
        assertThat(Money.parse(amount, "EUR").times(new BigDecimal(factor))).isEqualTo(Money.parse(result, "EUR"));
    }
}
