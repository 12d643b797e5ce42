package fallline.cli;

import fallline.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Experiments that are compared between the engine and exported Python: all reference trajectories, and what those
/// leave out.
final class PythonCases {
    private static final String DATA = """
            "data": {"columns": {"a": [0.5, 1.5, -1, 2, 3.25, -0.75, 1.25, 0, 2.5, -2], "b": [1, 2, 0, -1, 0.5, 3, 1, -2, 0, 4],
            "y": [1, 2.5, -0.5, 3, 4, 0, 2, 0.5, 3, -1], "c": ["u", "v", "u", "v", "v", "u", "v", "u", "u", "u"]}}""";
    private static final String LINEAR =
            "{\"kind\": \"linear-regression\", " + DATA + ", \"features\": [\"a\", \"b\"], \"target\": \"y\"%s}";
    private static final String LOGISTIC =
            "{\"kind\": \"logistic-regression\", " + DATA + ", \"features\": [\"a\", \"b\"], \"target\": \"c\"%s}";
    private static final String SOFTMAX = "{\"kind\": \"softmax-regression\", \"data\": {\"dataset\": \"iris\"}, "
            + "\"features\": [\"petal_length_cm\", \"sepal_width_cm\"], \"target\": \"species\"%s}";
    private static final String NETWORK =
            "{\"kind\": \"network\", " + DATA + ", \"features\": [\"a\", \"b\"], \"target\": \"%s\"%s}";
    private static final String MOMENTUM = "\"optimizer\": \"momentum\", \"hyperparameters\": {\"lr\": 0.01}";

    /// Far from a minimum Newton's method jumps about, and rounding grows with every jump.
    private static final int WILD = 5;

    private PythonCases() {}

    /// An experiment to be compared.
    ///
    /// @param lastStep rounding may lead the runs apart after it
    record Case(String name, String experiment, int lastStep) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        Set<String> ids = Session.CATALOGUE.all().stream().map(Optimizer::id).collect(Collectors.toSet());
        Set<String> problems = Set.of("w2", "rosenbrock", "linreg", "logistic");
        for (String file : List.of("w2", "rosenbrock", "linreg", "logistic", "minibatch", "paper")) {
            for (GoldenTrajectory golden : GoldenTrajectory.of(file, problems, ids)) {
                int last = golden.expected().path("compare_up_to_step").asInt(200);
                cases.add(new Case(golden.toString(), golden.experiment().toString(), last));
            }
        }
        schedules()
                .forEach(schedule -> cases.add(new Case(
                        "schedule " + schedule,
                        experiment(formula("x^2 + 3*y^2 + x*y", ""), run(MOMENTUM + ", \"schedule\": " + schedule)),
                        60)));
        Session.CATALOGUE
                .all()
                .forEach(optimizer -> cases.add(new Case(
                        optimizer.id() + " with its defaults, maximising",
                        experiment(
                                formula("-(x - 1)^2 - 2*(y + x)^2", ", \"goal\": \"maximise\""),
                                run("\"optimizer\": \"" + optimizer.id() + "\"")),
                        60)));
        for (String formula : formulas()) {
            String gd = run("\"optimizer\": \"gd\", \"hyperparameters\": {\"lr\": 0.01}");
            String newton = run("\"optimizer\": \"newton\", \"hyperparameters\": {\"modified\": true}");
            cases.add(new Case("formula " + formula, experiment(formula(formula, ""), gd), 60));
            cases.add(new Case("Newton's method on " + formula, experiment(formula(formula, ""), newton), WILD));
        }
        cases.addAll(onData());
        cases.addAll(models());
        cases.addAll(recipes());
        return cases;
    }

    private static List<String> schedules() {
        return List.of(
                "{\"kind\": \"constant-factor\", \"factor\": 0.5, \"total_iters\": 7}",
                "{\"kind\": \"step\", \"step_size\": 9, \"gamma\": 0.7}",
                "{\"kind\": \"multistep\", \"milestones\": [5, 20, 21], \"gamma\": 0.5}",
                "{\"kind\": \"exponential\", \"gamma\": 0.97}",
                "{\"kind\": \"cosine\", \"T_max\": 40, \"eta_min\": 0.001}",
                "{\"kind\": \"cosine-restarts\", \"T_0\": 7, \"T_mult\": 2}",
                "{\"kind\": \"cosine-restarts\", \"T_0\": 7}",
                "{\"kind\": \"linear-warmup\", \"start_factor\": 0.1, \"end_factor\": 1, \"total_iters\": 12}",
                "{\"kind\": \"polynomial\", \"total_iters\": 50, \"power\": 2.5}",
                "{\"kind\": \"inverse-time\", \"decay\": 0.1}",
                "{\"kind\": \"one-cycle\", \"max_lr\": 0.05, \"total_steps\": 60}",
                "{\"kind\": \"one-cycle\", \"max_lr\": 0.05, \"total_steps\": 50, \"three_phase\": true, "
                        + "\"anneal_strategy\": \"linear\"}",
                "{\"kind\": \"cyclic\", \"base_lr\": 0.001, \"max_lr\": 0.02, \"step_size_up\": 7, \"mode\": \"triangular2\"}",
                "{\"kind\": \"cyclic\", \"base_lr\": 0.001, \"max_lr\": 0.02, \"step_size_up\": 7, \"step_size_down\": 3, "
                        + "\"mode\": \"exp_range\", \"gamma\": 0.98}",
                "{\"kind\": \"plateau\", \"patience\": 1, \"threshold\": 0.3, \"factor\": 0.5, \"cooldown\": 2}",
                "{\"kind\": \"plateau\", \"patience\": 0, \"threshold\": 1, \"threshold_mode\": \"abs\", \"min_lr\": 1e-4, "
                        + "\"warmup\": {\"start_factor\": 0.1, \"total_iters\": 5}}",
                "{\"kind\": \"cosine\", \"T_max\": 40, \"warmup\": {\"start_factor\": 0.25, \"total_iters\": 10}}",
                "{\"kind\": \"one-cycle\", \"max_lr\": 0.05, \"total_steps\": 40, "
                        + "\"warmup\": {\"start_factor\": 0.25, \"total_iters\": 10}}");
    }

    private static List<String> formulas() {
        return List.of(
                "abs(x) + max(x, y) - min(2*x, y) + sign(y)*x",
                "if(x > 0, x^2, 3*x^2) + if(y, y^2, 0) + (x < y)*0.1 + floor(y)",
                "sqrt(x^2 + 1) + log(y^2 + 2) + log10(x^2 + 3) + log1p(x^2) + expm1(-y^2)",
                "sin(x)*cos(y) + tan(x/4) + asin(x/9) + acos(y/9) + atan(x*y)",
                "sinh(x/2) + cosh(y/2) + tanh(x) + exp(-x) + sigmoid(y) + softplus(-x)",
                "x^-2 + (x^2 + 1)^1.5 + 2^y + (x^2 + 1)^(y/3) + x^3/7 - y^4/-9",
                "-x^2 + x^4/10 + y^2 - -y + 2/3 - 1e-3*x + pi*y + e",
                "log(x - 1.2) + 1/y",
                "x + 3",
                "if(x > 5, sqrt(x - 5), x^2) + y^2 + (1 - 1)*y",
                "x^5 + y^7/100 + (x - y)^64/1e30 - sqrt(-4 + 5)",
                "exp(x*40)*exp(y*40)");
    }

    private static List<Case> onData() {
        String shuffled = ", \"batch\": {\"size\": 3}, \"stream\": 2";
        String gd = "\"optimizer\": \"gd\", \"hyperparameters\": {\"lr\": 0.05}";
        String newton = "\"name\": \"n\", \"optimizer\": \"newton\"";
        String options = ", \"l2\": 0.1, \"standardise\": true";
        return List.of(
                data("linear", LINEAR.formatted(""), run(gd + shuffled), run(newton)),
                data(
                        "half, ridge, standard units",
                        LINEAR.formatted(options + ", \"loss\": \"half-mse\""),
                        run(gd),
                        run(newton)),
                data("ridge", LINEAR.formatted(options), run(gd + shuffled), run(newton)),
                data("logistic", LOGISTIC.formatted(""), run(gd + shuffled)),
                few(data("Newton's method on a logistic regression", LOGISTIC.formatted(""), run(newton))),
                data("logistic, ridge", LOGISTIC.formatted(options + ", \"positive\": \"u\""), run(gd), run(newton)),
                few(data(
                        "lbfgs and cg",
                        LOGISTIC.formatted(""),
                        run("\"optimizer\": \"lbfgs\""),
                        run("\"optimizer\": \"cg\""))),
                data("given rows", LINEAR.formatted(""), run(gd + ", \"batch\": {\"rows\": [[0, 3], [9], [1, 2, 2]]}")),
                data(
                        "batches that change",
                        LINEAR.formatted(""),
                        run(gd + shuffled + ", \"changes\": [{\"step\": 5, \"batch\": \"full\"}, "
                                + "{\"step\": 9, \"batch\": {\"size\": 1}}]")),
                data(
                        "breast cancer, packed",
                        "{\"kind\": \"logistic-regression\", \"data\": {\"dataset\": \"breast_cancer\"}, "
                                + "\"features\": [\"mean_radius\", \"mean_texture\"], \"target\": \"diagnosis\", \"standardise\": true}",
                        run(gd)));
    }

    /// Models of many parameters: polynomials, softmax regression, networks.
    private static List<Case> models() {
        String shuffled = ", \"batch\": {\"size\": 4}, \"stream\": 1";
        String adam = "\"optimizer\": \"adam\", \"hyperparameters\": {\"lr\": 0.05}";
        String newton = "\"name\": \"n\", \"optimizer\": \"newton\"";
        String damped = newton + ", \"hyperparameters\": {\"damping\": 5, \"modified\": true}";
        String options = ", \"l2\": 0.1, \"standardise\": true";
        String cubic = "{\"kind\": \"linear-regression\", " + DATA
                + ", \"features\": [\"a\"], \"target\": \"y\", \"degree\": 3%s}";
        return List.of(
                data("a polynomial", cubic.formatted(""), run(adam + shuffled)),
                data("a polynomial, ridge, standard units", cubic.formatted(options), run(adam), run(newton)),
                data(
                        "products of powers, ridge and l1",
                        cubic.replace("[\"a\"]", "[\"a\", \"b\"]").formatted(options + ", \"l1\": 0.05"),
                        run("\"name\": \"g\", \"optimizer\": \"gd\", \"hyperparameters\": {\"lr\": 0.05}"),
                        run(adam + shuffled)),
                data("softmax", SOFTMAX.formatted(""), run(adam + shuffled)),
                data("softmax, ridge, standard units", SOFTMAX.formatted(options), run(adam), run(damped)),
                data("a network of a value", NETWORK.formatted("y", ", \"hidden\": [4]"), run(adam), run(damped)),
                glorot(
                        "two classes, relu",
                        NETWORK.formatted("c", ", \"hidden\": [5, 3], \"activation\": \"relu\""),
                        run(adam + shuffled)),
                glorot(
                        "two classes, sigmoid, ridge",
                        NETWORK.formatted(
                                "c",
                                options + ", \"positive\": \"u\", \"hidden\": [3, 2], "
                                        + "\"activation\": \"sigmoid\""),
                        run(adam),
                        run(damped)),
                he(
                        "three classes",
                        SOFTMAX.formatted(", \"hidden\": [6], \"standardise\": true")
                                .replace("softmax-regression", "network"),
                        run(adam + shuffled),
                        run(damped)),
                data(
                        "a network of no hidden layer",
                        NETWORK.formatted("y", ", \"hidden\": [], \"activation\": \"linear\""),
                        run(adam)));
    }

    private static Case glorot(String name, String problem, String... runs) {
        return started(data(name, problem, runs), "\"glorot\", \"scale\": 1.5");
    }

    private static Case he(String name, String problem, String... runs) {
        return started(data(name, problem, runs), "\"he\"");
    }

    private static Case started(Case one, String start) {
        return new Case(
                one.name(),
                one.experiment().replace("{\"random\": \"normal\"", "{\"random\": " + start),
                one.lastStep());
    }

    /// Where the curvature all but vanishes, rounding is magnified from step to step.
    private static Case few(Case one) {
        return new Case(one.name(), one.experiment(), 2);
    }

    private static Case data(String name, String problem, String... runs) {
        return new Case(
                name,
                experiment(problem, runs).replace("\"start\": [1.25, -0.75]", "\"start\": {\"random\": \"normal\"}"),
                60);
    }

    private static List<Case> recipes() {
        String bowl = formula("(x - 1)^2 + 5*(y + x)^2", "");
        String modifiers = ", \"modifiers\": {\"clip_norm\": 2, \"clip_value\": 1.5, \"decoupled_weight_decay\": 0.01, "
                + "\"gradient_noise\": 0.1, \"average\": true}";
        String led = ", \"modifiers\": {\"sam\": {\"rho\": 0.1}, \"lookahead\": {\"k\": 4, \"alpha\": 0.5}}";
        String search = ", \"line_search\": {\"kind\": \"backtracking\"}";
        String rule = """
                , "optimizers": {"my-rule": "lr = 0.1 (0 .. 1)\\nlambda = 0.9 (0 .. 1)\\nbeta = 0.5 (0 .. 1)\\nstate in = lr, n = 1\\nn <- n + lambda^t + beta^t\\nin <- lambda*in + if(t == 2, 0, g)\\nc = max(abs(in), 1e-3)*sign(in)\\ntheta <- theta - lr*c/sqrt(n)*t^0.5/t"}""";
        String changes =
                ", \"changes\": [{\"step\": 0, \"hyperparameters\": {\"lr\": 0.02}}, {\"step\": 10, \"hyperparameters\": "
                        + "{\"beta1\": 0.5}, \"schedule\": {\"kind\": \"cosine\", \"T_max\": 50}}, {\"step\": 20, \"modifiers\": "
                        + "{\"average\": true}}, {\"step\": 40, \"modifiers\": {}, \"schedule\": {\"kind\": \"plateau\", \"patience\": 0}}]";
        return List.of(
                new Case("modifiers", experiment(bowl, run("\"optimizer\": \"adam\"" + modifiers)), 60),
                new Case(
                        "lookahead and SAM",
                        experiment(
                                bowl,
                                run("\"name\": \"a\", \"optimizer\": \"adam\", \"hyperparameters\": {\"lr\": 0.05}"
                                        + led),
                                run(MOMENTUM + led)),
                        60),
                new Case(
                        "lookahead and SAM, maximising",
                        experiment(
                                formula("-(x - 1)^2 - 2*(y + x)^2", ", \"goal\": \"maximise\""), run(MOMENTUM + led)),
                        60),
                new Case(
                        "lookahead and SAM that come and go",
                        experiment(
                                bowl,
                                run(
                                        MOMENTUM + ", \"changes\": [{\"step\": 7, \"modifiers\": {\"lookahead\": {}, "
                                                + "\"decoupled_weight_decay\": 0.1}}, {\"step\": 21, \"modifiers\": {\"sam\": {}}}, "
                                                + "{\"step\": 33, \"modifiers\": {\"lookahead\": {\"k\": 2, \"alpha\": 1}, \"average\": true}}]")),
                        60),
                new Case(
                        "line searches",
                        experiment(
                                bowl,
                                run("\"optimizer\": \"gd\", \"hyperparameters\": {\"lr\": 4}" + search),
                                run("\"optimizer\": \"newton\"" + search)),
                        60),
                new Case(
                        "a rule of its own",
                        experiment(bowl, run("\"optimizer\": \"my-rule\""))
                                .replace("\"fallline\": 1", "\"fallline\": 1" + rule),
                        60),
                new Case("changes", experiment(bowl, run("\"optimizer\": \"adam\"" + changes)), 60),
                new Case(
                        "solvers",
                        experiment(
                                formula("(1-x)^2 + 100*(y-x^2)^2", ""),
                                run("\"optimizer\": \"cg\", \"hyperparameters\": {\"variant\": \"fletcher-reeves\"}"),
                                run(
                                        "\"optimizer\": \"lbfgs\", \"hyperparameters\": {\"line_search\": \"strong-wolfe\", "
                                                + "\"max_iterations\": 3, \"history\": 2}"),
                                run("\"optimizer\": \"newton\", \"hyperparameters\": {\"damping\": 0.5}")),
                        25),
                new Case("names that Python keeps for itself", """
                        {"fallline": 1, "problem": {"kind": "formula", "expression": "(lambda - np)^2 + β*in^2 + J*v1",
                         "variables": ["lambda", "in", "v1"], "parameters": {"np": {"value": 2, "min": 0, "max": 3},
                         "β": {"value": 0.5, "min": 0, "max": 1}, "J": {"value": 1e-9, "min": 0, "max": 1}}},
                         "start": [1e-5, 12345678, 0], "steps": 20,
                         "runs": [{"name": "a \\"quoted\\", \\\\ name", "optimizer": "gd", "hyperparameters": {"lr": 0.1}}]}""", 20),
                new Case(
                        "a singular Hessian",
                        experiment(formula("(x + y)^2", ""), run("\"optimizer\": \"newton\"")),
                        60));
    }

    private static String formula(String text, String more) {
        return "{\"kind\": \"formula\", \"expression\": \"" + text + "\", \"variables\": [\"x\", \"y\"]" + more + "}";
    }

    private static String run(String recipe) {
        return "{" + recipe + "}";
    }

    private static String experiment(String problem, String... runs) {
        return "{\"fallline\": 1, \"problem\": " + problem
                + ", \"start\": [1.25, -0.75], \"seed\": 7, \"steps\": 60, \"runs\": [" + String.join(", ", runs)
                + "]}";
    }
}
