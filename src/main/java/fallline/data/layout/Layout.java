package fallline.data.layout;

import java.util.List;
import java.util.Map;

/// Where the cells of a table are.
///
/// @param kind what sort of table it is, for people
/// @param format how lines are cut
/// @param columns how many columns there are
/// @param names the names as they stand in the file; empty without a header
/// @param headerLine the line of the names, from 1; 0 without a header
/// @param dataOffset where the first row of data begins in the text
/// @param dataLine its line
/// @param guessedSkip lines that are passed over by the finder's own choice
/// @param types what the header says of columns, by their index
/// @param decisions why all this
public record Layout(
        String kind,
        Format format,
        int columns,
        List<String> names,
        int headerLine,
        int dataOffset,
        int dataLine,
        List<Integer> guessedSkip,
        Map<Integer, ColumnType> types,
        List<Decision> decisions) {
    public boolean header() {
        return !names.isEmpty();
    }
}
