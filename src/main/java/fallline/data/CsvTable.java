package fallline.data;

import java.util.List;

/// What reading a CSV gave.
///
/// @param dataset the table
/// @param separator `,`, `;` or a tab
/// @param header whether the first line held names
/// @param problems the first [#MOST_PROBLEMS] problems, by row
/// @param problemCount how many there were in all
public record CsvTable(Dataset dataset, char separator, boolean header, List<Problem> problems, long problemCount) {
    /// How many problems are kept with their sentences.
    public static final int MOST_PROBLEMS = 1_000;

    public CsvTable {
        problems = List.copyOf(problems);
    }
}
