package fallline.data.layout;

/// How one column was read.
///
/// @param name its name
/// @param type what it was read as
/// @param found what it would be read as if nobody said anything
/// @param reason for words, why they are no numbers, in a sentence that names the first three by row; else empty
public record ColumnReading(String name, ColumnType type, ColumnType found, String reason) {}
