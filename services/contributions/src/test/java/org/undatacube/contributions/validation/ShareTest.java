package org.undatacube.contributions.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.undatacube.contributions.submission.Amount;

class ShareTest {
    private static final MathContext EXACT_ENOUGH = new MathContext(80);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100         | 33.4 66.6                 | 33.40 66.60
            0.01        | 50 50                     | 0.01 0.00
            -0.01       | 50 50                     | -0.01 0.00
            100         | 33.333333333 33.333333333 33.333333334 | 33.33 33.33 33.34
            1           | 12.5 12.5 12.5 12.5 12.5 12.5 12.5 12.5 | 0.13 0.13 0.13 0.13 0.12 0.12 0.12 0.12
            7.253598095 | 50 50                     | 3.626799048 3.626799047
            0           | 1 99                      | 0.00 0.00
            """)
    void givesWhatIsLeftToThoseThatLostMost(String amount, String percents, String parts) {
        assertEquals(
                List.of(parts.split(" ")),
                divide(amount, percents.split(" ")).stream().map(Amount::digits).toList());
    }

    @Test
    void sumsToTheAmountAndKeepsWithinAUnitOfTheExactShare() {
        Random random = new Random(2024);
        for (int round = 0; round < 20_000; round++) {
            Amount amount = new Amount(new BigDecimal(new BigInteger(random.nextInt(90), random), random.nextInt(10))
                    .multiply(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1)));
            List<BigDecimal> percents = percents(random);

            List<Amount> parts = Share.divide(amount, percents);

            BigDecimal unit =
                    BigDecimal.ONE.movePointLeft(Math.max(2, amount.value().scale()));
            BigDecimal sum = BigDecimal.ZERO;
            for (int part = 0; part < parts.size(); part++) {
                BigDecimal exact =
                        amount.value().multiply(percents.get(part)).divide(BigDecimal.valueOf(100), EXACT_ENOUGH);
                BigDecimal difference = parts.get(part).value().subtract(exact).abs();
                assertTrue(difference.compareTo(unit) < 0, () -> amount + " by " + percents + " gives " + parts);
                sum = sum.add(parts.get(part).value());
            }
            assertEquals(0, sum.compareTo(amount.value()), () -> amount + " by " + percents + " gives " + parts);
            assertEquals(parts, Share.divide(amount, percents));
        }
    }

    /** Some that sum to 100, with as many decimals as can be. */
    private static List<BigDecimal> percents(Random random) {
        int decimals = random.nextInt(Share.MOST_DECIMALS + 1);
        long left = BigDecimal.valueOf(100).movePointRight(decimals).longValueExact();
        List<BigDecimal> percents = new ArrayList<>();
        for (int more = random.nextInt(17); more > 0 && left > more; more--) {
            long next = 1 + random.nextLong(left - more);
            percents.add(BigDecimal.valueOf(next, decimals));
            left -= next;
        }
        percents.add(BigDecimal.valueOf(left, decimals));
        return percents;
    }

    private static List<Amount> divide(String amount, String... percents) {
        return Share.divide(
                Amount.of(amount), Stream.of(percents).map(BigDecimal::new).toList());
    }
}
