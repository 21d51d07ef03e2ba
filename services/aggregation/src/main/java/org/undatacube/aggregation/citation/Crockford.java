package org.undatacube.aggregation.citation;

import java.util.Locale;

/** Crockford's base32: no letter looks like a digit, and upper and lower case are the same. */
final class Crockford {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int LAST = (1 << BITS) - 1;

    private Crockford() {}

    /** All bits, from the first on; the last digit is filled up with zeros. */
    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int waiting = 0;
        int count = 0;
        for (byte next : bytes) {
            waiting = (waiting << Byte.SIZE) | Byte.toUnsignedInt(next);
            count += Byte.SIZE;
            while (count >= BITS) {
                count -= BITS;
                text.append(DIGITS.charAt((waiting >> count) & LAST));
            }
            waiting &= (1 << count) - 1;
        }
        return count == 0
                ? text.toString()
                : text.append(DIGITS.charAt((waiting << (BITS - count)) & LAST)).toString();
    }

    /** As it would be written here, where it was typed from paper: in lower case, with hyphens, with O for 0 or L for 1. */
    static String read(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
