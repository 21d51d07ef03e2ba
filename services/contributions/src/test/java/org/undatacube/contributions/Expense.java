package org.undatacube.contributions;

/** Submissions of expenses of UNDP in 2024, in JSON. */
final class Expense {
    private Expense() {}

    /** With one breakdown. */
    static String of(String lines) {
        return "{\"entity\":\"UNDP\",\"year\":2024,\"flow\":\"expense\",\"breakdowns\":[{\"lines\":[" + lines + "]}]}";
    }
}
