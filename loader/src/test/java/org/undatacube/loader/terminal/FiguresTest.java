package org.undatacube.loader.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.000000000|0.00",
                "1E+3|1,000.00",
                "-1234.5|-1,234.50",
                "66039034290.40380059|66,039,034,290.40380059",
                "7.1000|7.10"
            })
    void losesNoDigit(BigDecimal amount, String shown) {
        assertEquals(shown, Figures.money(amount));
    }
}
