package fallline.lesson.grade;

import fallline.data.read.FormulaGuard;
import fallline.lesson.Lesson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A class's grades as a table: a row a student in the order of names, a column for each step that anybody was asked,
/// lesson by lesson. A cell is 1 where the step is solved, 0 where the answer is wrong, and empty where there is none.
public final class ClassTable {
    private final Map<String, Map<String, Grade>> students = new TreeMap<>();
    private final Set<String> columns = new LinkedHashSet<>();

    /// Adds the columns of a lesson, whether they are answered or not.
    public void add(Lesson lesson) {
        lesson.steps().stream()
                .filter(step -> step.task().isPresent())
                .forEach(step -> columns.add(column(lesson.id(), step.name())));
    }

    /// Adds the grades of a student; of two answers to one step a solved one counts.
    public void add(String student, List<Grade> grades) {
        Map<String, Grade> row = students.computeIfAbsent(student, _ -> new LinkedHashMap<>());
        for (Grade grade : grades) {
            row.merge(column(grade.lesson(), grade.step().name()), grade, (one, other) -> one.solved() ? one : other);
        }
    }

    private static String column(String lesson, String step) {
        return lesson + " / " + step;
    }

    /// The number of rows.
    public int size() {
        return students.size();
    }

    /// The table as CSV with commas, lines ended by a line feed.
    public String csv() {
        StringBuilder text = new StringBuilder();
        List<String> head = new ArrayList<>(List.of("student", "solved", "hints", "tries"));
        head.addAll(columns);
        line(text, head);
        students.forEach((student, row) -> {
            List<String> cells = new ArrayList<>();
            cells.add(student);
            cells.add(Long.toString(row.values().stream().filter(Grade::solved).count()));
            cells.add(
                    Long.toString(row.values().stream().mapToLong(Grade::hints).sum()));
            cells.add(
                    Long.toString(row.values().stream().mapToLong(Grade::tries).sum()));
            for (String column : columns) {
                Grade grade = row.get(column);
                cells.add(grade == null ? "" : grade.solved() ? "1" : "0");
            }
            line(text, cells);
        });
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(String.join(",", cells.stream().map(ClassTable::cell).toList()))
                .append('\n');
    }

    private static String cell(String name) {
        String guarded = FormulaGuard.on(name);
        boolean plain = guarded.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? guarded : '"' + guarded.replace("\"", "\"\"") + '"';
    }
}
