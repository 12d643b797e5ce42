package fallline.file.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fallline.experiment.Experiment;
import fallline.experiment.view.PathPoint;
import fallline.experiment.view.PlaneChoice;
import fallline.file.json.Fields;
import fallline.file.json.Value;
import fallline.text.Quote;
import java.util.List;

/// `plane` of a view: the names of two parameters, or an object with a `kind`.
final class PlaneCodec {
    private static final String COMPONENTS = "components";
    private static final String RANDOM = "random";
    private static final String NORMALISED = "filter-normalised";
    private static final String POINTS = "points";
    private static final String START = "start";
    private static final String PLAYHEAD = "playhead";
    private static final String END = "end";
    private static final String STEP = "step";
    private static final String RUN_WANTED = "the name of a run";

    private PlaneCodec() {}

    static PlaneChoice read(Value value, Experiment experiment) {
        return value.node().isArray() ? parameters(value, experiment) : kind(value, experiment);
    }

    private static PlaneChoice parameters(Value value, Experiment experiment) {
        List<String> known = experiment.problem().objective().parameterNames();
        List<Value> names = value.items();
        if (names.size() != 2) {
            throw value.refusal("the names of two parameters");
        }
        return new PlaneChoice.Parameters(parameter(names.getFirst(), known), parameter(names.getLast(), known));
    }

    private static int parameter(Value name, List<String> parameters) {
        int index = parameters.indexOf(name.text());
        if (index < 0) {
            throw name.refusal("one of the parameters " + Quote.list(parameters));
        }
        return index;
    }

    private static PlaneChoice kind(Value value, Experiment experiment) {
        Fields fields = value.fields();
        List<String> kinds = List.of(COMPONENTS, RANDOM, NORMALISED, POINTS);
        String kind = fields.need("kind", "the kind of the plane").oneOf(kinds, word -> word);
        PlaneChoice choice =
                switch (kind) {
                    case COMPONENTS -> new PlaneChoice.Components(run(fields, experiment));
                    case RANDOM -> new PlaneChoice.RandomPair(run(fields, experiment), seed(fields));
                    case NORMALISED -> new PlaneChoice.FilterNormalised(run(fields, experiment), seed(fields));
                    default -> points(fields.need(POINTS, "a list of three points"), experiment);
                };
        fields.end();
        return choice;
    }

    private static String run(Fields fields, Experiment experiment) {
        return ViewCodec.run(fields.need("run", RUN_WANTED), experiment);
    }

    private static long seed(Fields fields) {
        return fields.find("seed").map(Value::whole).orElse(0L);
    }

    private static PlaneChoice points(Value value, Experiment experiment) {
        List<Value> items = value.items();
        if (items.size() != 3) {
            throw value.refusal("a list of three points");
        }
        return new PlaneChoice.ThreePoints(
                point(items.getFirst(), experiment),
                point(items.get(1), experiment),
                point(items.getLast(), experiment));
    }

    private static PathPoint point(Value value, Experiment experiment) {
        Fields fields = value.fields();
        String at = fields.need("at", "where it is").oneOf(List.of(START, PLAYHEAD, END, STEP), word -> word);
        PathPoint point =
                switch (at) {
                    case START -> new PathPoint.Start();
                    case PLAYHEAD -> new PathPoint.Playhead(run(fields, experiment));
                    case END -> new PathPoint.End(run(fields, experiment));
                    default ->
                        new PathPoint.Step(
                                run(fields, experiment),
                                fields.need(STEP, "a step").whole(0, Integer.MAX_VALUE));
                };
        fields.end();
        return point;
    }

    static JsonNode write(PlaneChoice plane, Experiment experiment) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        switch (plane) {
            case PlaneChoice.Parameters(int horizontal, int vertical) -> {
                List<String> names = experiment.problem().objective().parameterNames();
                return JsonNodeFactory.instance
                        .arrayNode()
                        .add(names.get(horizontal))
                        .add(names.get(vertical));
            }
            case PlaneChoice.Components(String run) ->
                node.put("kind", COMPONENTS).put("run", run);
            case PlaneChoice.RandomPair(String run, long seed) ->
                node.put("kind", RANDOM).put("run", run).put("seed", seed);
            case PlaneChoice.FilterNormalised(String run, long seed) ->
                node.put("kind", NORMALISED).put("run", run).put("seed", seed);
            case PlaneChoice.ThreePoints three -> {
                ArrayNode points = node.put("kind", POINTS).putArray(POINTS);
                three.points().forEach(point -> points.add(write(point)));
            }
        }
        return node;
    }

    private static ObjectNode write(PathPoint point) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (point) {
            case PathPoint.Start _ -> node.put("at", START);
            case PathPoint.Playhead(String run) -> node.put("at", PLAYHEAD).put("run", run);
            case PathPoint.End(String run) -> node.put("at", END).put("run", run);
            case PathPoint.Step(String run, int step) ->
                node.put("at", STEP).put("run", run).put(STEP, step);
        };
    }
}
