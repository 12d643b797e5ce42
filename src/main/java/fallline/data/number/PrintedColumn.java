package fallline.data.number;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A column of printed cells, looked at as a whole before any cell is read.
public final class PrintedColumn {
    private final List<String> cells;
    private final double[] exact;
    private final StyleEvidence evidence = new StyleEvidence();
    private int numbers;
    private int present;

    /// A column of text.
    public PrintedColumn(List<String> cells) {
        this(cells, new double[0]);
    }

    /// A column in which some cells are numbers already, as in a workbook.
    ///
    /// @param exact one number a row, NaN where the text counts; or none at all
    public PrintedColumn(List<String> cells, double[] exact) {
        this.cells = cells;
        this.exact = exact;
        for (int row = 0; row < cells.size(); row++) {
            if (isExact(row)) {
                numbers++;
                present++;
                continue;
            }
            String cell = cells.get(row);
            Optional<Numeral> numeral = Numeral.of(cell);
            numeral.ifPresent(evidence::add);
            numbers += numeral.isPresent() ? 1 : 0;
            present += numeral.isPresent() || !MissingMarks.isMissingNumber(cell) ? 1 : 0;
        }
    }

    private boolean isExact(int row) {
        return row < exact.length && !Double.isNaN(exact[row]);
    }

    /// How many cells are numbers in some style.
    public int numbers() {
        return numbers;
    }

    /// How many cells hold anything, missing marks not counted.
    public int present() {
        return present;
    }

    /// Whether at least half of the cells that hold anything are numbers.
    public boolean isMostlyNumbers() {
        return numbers > 0 && 2L * numbers >= present;
    }

    /// A number of this column that shows its decimal mark beyond doubt.
    public Optional<Numeral> sureDecimal() {
        return evidence.sureDecimal();
    }

    /// The style of the column.
    ///
    /// @param allowed the styles that may be chosen, as a mask
    public StyleDecision decide(int allowed, FileMarks file) {
        return evidence.decide(allowed, file);
    }

    /// Whether the column is read as hundredths of percents.
    public boolean isPercent() {
        return evidence.percents() > 0 && 2L * evidence.percents() >= evidence.count();
    }

    /// The numbers in that style; NaN where a cell is missing or no number in it.
    public double[] values(NumberStyle style) {
        double[] values = new double[cells.size()];
        Optional<String> currency = evidence.currency();
        for (int row = 0; row < values.length; row++) {
            values[row] = isExact(row) ? exact[row] : value(cells.get(row), style, currency);
        }
        return values;
    }

    private double value(String cell, NumberStyle style, Optional<String> currency) {
        Optional<Numeral> found = Numeral.of(cell);
        if (found.isEmpty()) {
            return Double.NaN;
        }
        Numeral numeral = found.get();
        boolean foreign = !numeral.currency().isEmpty() && !currency.equals(Optional.of(numeral.currency()));
        if ((numeral.styles() & style.mask()) == 0 || foreign) {
            return Double.NaN;
        }
        double value = numeral.value(style);
        boolean unlike = evidence.percents() > 0 && numeral.percent() != isPercent() && value != 0;
        return unlike ? Double.NaN : value;
    }

    /// The rows, from 0, whose cells are neither missing nor a number of `values`.
    public int[] offenders(double[] values) {
        int[] rows = new int[16];
        int count = 0;
        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row]) && !MissingMarks.isMissingNumber(cells.get(row))) {
                rows = count == rows.length ? Arrays.copyOf(rows, 2 * count) : rows;
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
