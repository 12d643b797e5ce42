package fallline.data.layout;

import java.util.Locale;

/// What a column is read as.
public enum ColumnType {
    NUMBER,
    WORDS,
    /// Dates, read as days since the first of them.
    DATE,
    /// Left out.
    IGNORE;

    /// As an experiment file says it: `number`, `words`, `date`, `ignore`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
