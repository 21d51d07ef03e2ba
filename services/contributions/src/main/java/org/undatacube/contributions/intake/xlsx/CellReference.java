package org.undatacube.contributions.intake.xlsx;

/** How spreadsheets name cells: 'by place'!C7. */
public final class CellReference {
    private static final int LETTERS = 26;

    private CellReference() {}

    /**
     * @param column from 0
     * @param row from 1
     */
    public static String of(String sheet, int column, long row) {
        return sheet(sheet) + "!" + column(column) + row;
    }

    /** A sheet's name as it stands in references. */
    public static String sheet(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? name : "'" + name.replace("'", "''") + "'";
    }

    /** @param column from 0 */
    public static String column(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }
}
