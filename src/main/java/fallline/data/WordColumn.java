package fallline.data;

import fallline.data.Column.NumberColumn;
import fallline.data.Column.TextColumn;
import fallline.data.number.FileMarks;
import fallline.data.number.NumberStyle;
import fallline.data.number.PrintedColumn;

/// A column of text that may be one of numbers with a few words in the way, read as [PrintedColumn] reads it.
final class WordColumn {
    private final TextColumn text;
    private final double[] numbers;
    private final boolean mostly;
    private final int[] words;

    private WordColumn(TextColumn text, double[] numbers, boolean mostly, int[] words) {
        this.text = text;
        this.numbers = numbers;
        this.mostly = mostly;
        this.words = words;
    }

    static WordColumn of(TextColumn text) {
        PrintedColumn printed = new PrintedColumn(text.values());
        if (!printed.isMostlyNumbers()) {
            return new WordColumn(text, new double[0], false, new int[0]);
        }
        double[] numbers = printed.values(
                printed.decide(NumberStyle.ALL, FileMarks.UNKNOWN).style());
        int[] words = printed.offenders(numbers);
        // without any word in it, it was made a column of words on purpose
        boolean mostly = words.length > 0 && 2L * words.length <= printed.present();
        return new WordColumn(text, numbers, mostly, words);
    }

    /// Whether at least half of the cells that hold anything are numbers.
    boolean isMostlyNumbers() {
        return mostly;
    }

    /// How many cells hold words.
    int words() {
        return words.length;
    }

    /// The column with NaN for its words.
    NumberColumn numbers() {
        return new NumberColumn(text.name(), numbers);
    }
}
