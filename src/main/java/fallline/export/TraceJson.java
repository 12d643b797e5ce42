package fallline.export;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import fallline.experiment.run.RunTask;
import fallline.experiment.run.Trace;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalDouble;

/// Writes traces as JSON, step by step: `{"runs": [{"run": …, "columns": ["step", "evaluations", "lr", "loss",
/// "gradient_norm", …the parameters], "rows": [[0, 1, null, 400.0, 40.0, 20.0], …]}]}`.
///
/// What is not known is null; what is not finite is a string, `"NaN"`, `"Infinity"` or `"-Infinity"`, because JSON has
/// no such numbers.
public final class TraceJson {
    private final JsonGenerator out;
    private final List<String> parameters;

    /// Writes the beginning.
    ///
    /// @param stream stays open
    /// @param parameters the names of the problem's parameters
    public TraceJson(OutputStream stream, List<String> parameters) throws IOException {
        out = new JsonFactory().createGenerator(stream, JsonEncoding.UTF8);
        out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        this.parameters = List.copyOf(parameters);
        out.writeStartObject();
        out.writeArrayFieldStart("runs");
    }

    /// Adds one run.
    ///
    /// @param task the task that the trace belongs to
    public void add(String run, RunTask task, Trace trace) throws IOException {
        out.writeRaw('\n');
        out.writeStartObject();
        out.writeStringField("run", run);
        out.writeArrayFieldStart("columns");
        for (String name : TraceCsv.MEASURED.subList(1, TraceCsv.MEASURED.size())) {
            out.writeString(name);
        }
        for (String name : parameters) {
            out.writeString(name);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("rows");
        TraceRows rows = new TraceRows(task, trace);
        while (rows.next()) {
            row(rows);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void row(TraceRows rows) throws IOException {
        out.writeRaw('\n');
        out.writeStartArray();
        out.writeNumber(rows.step());
        if (rows.evaluations().isPresent()) {
            out.writeNumber(rows.evaluations().getAsInt());
        } else {
            out.writeNull();
        }
        number(rows.rate());
        number(OptionalDouble.of(rows.loss()));
        number(rows.gradientNorm());
        for (int i = 0; i < rows.dimension(); i++) {
            number(rows.hasParameters() ? OptionalDouble.of(rows.parameter(i)) : OptionalDouble.empty());
        }
        out.writeEndArray();
    }

    private void number(OptionalDouble number) throws IOException {
        if (number.isEmpty()) {
            out.writeNull();
        } else if (Double.isFinite(number.getAsDouble())) {
            out.writeNumber(number.getAsDouble());
        } else {
            out.writeString(Double.toString(number.getAsDouble()));
        }
    }

    /// Writes the end; the stream stays open.
    public void finish() throws IOException {
        out.writeEndArray();
        out.writeEndObject();
        out.writeRaw('\n');
        out.close();
    }
}
