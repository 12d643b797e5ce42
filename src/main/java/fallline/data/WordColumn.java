package fallline.data;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;

/// A column of text that may be one of numbers with a few words in the way.
///
/// A decimal comma counts where more cells are numbers with it than with a point, and at least one of them has not
/// exactly three digits behind the comma (`1,234` alone may mean a thousand).
final class WordColumn {
    private final TextColumn text;
    private final double[] numbers;
    private final int words;
    private final int present;
    private final int firstWord;

    private WordColumn(TextColumn text, double[] numbers, int words, int present, int firstWord) {
        this.text = text;
        this.numbers = numbers;
        this.words = words;
        this.present = present;
        this.firstWord = firstWord;
    }

    static WordColumn of(TextColumn text) {
        WordColumn point = read(text, false);
        if (!point.isMostlyNumbers() && hasDecimalComma(text)) {
            WordColumn comma = read(text, true);
            return comma.words < point.words ? comma : point;
        }
        return point;
    }

    private static WordColumn read(TextColumn text, boolean comma) {
        var parser = new NumberParser(comma);
        double[] numbers = new double[text.rows()];
        int words = 0;
        int present = 0;
        int first = -1;
        for (int i = 0; i < numbers.length; i++) {
            char[] cell = text.values().get(i).toCharArray();
            numbers[i] = parser.parse(cell, 0, cell.length);
            present += cell.length > 0 ? 1 : 0;
            if (Double.isNaN(numbers[i]) && cell.length > 0) {
                words++;
                first = first < 0 ? i : first;
            }
        }
        return new WordColumn(text, numbers, words, present, first);
    }

    private static boolean hasDecimalComma(TextColumn text) {
        for (String cell : text.values()) {
            int comma = cell.indexOf(',');
            if (comma >= 0 && cell.length() - comma - 1 != 3) {
                return true;
            }
        }
        return false;
    }

    /// Whether at least half of the cells that hold anything are numbers.
    boolean isMostlyNumbers() {
        return present > words && 2 * words <= present;
    }

    /// How many cells hold words.
    int words() {
        return words;
    }

    /// The first row that holds a word, from 0; −1 if none does.
    int firstWord() {
        return firstWord;
    }

    /// The column with NaN for its words.
    NumberColumn numbers() {
        return new NumberColumn(text.name(), numbers);
    }
}
