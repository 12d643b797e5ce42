package fallline;

import fallline.app.FallLineApp;
import fallline.cli.Checkout;
import fallline.cli.Cli;
import fallline.cli.Console;
import fallline.cli.DisplayCheck;
import fallline.cli.FontSetup;
import fallline.cli.GraphicsCard;
import fallline.cli.PaintedDashboard;
import fallline.cli.StartCache;
import fallline.cli.VectorProcess;
import fallline.cli.WindowOpener;
import fallline.cli.WithoutWindow;
import fallline.file.ExperimentFile;
import fallline.file.share.ShareCode;
import fallline.file.user.UserLog;
import fallline.io.LogFile;
import fallline.optimizer.catalogue.FileCatalogue;
import fallline.optimizer.catalogue.OptimizerCatalogue;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// Chooses between the window and the command line.
public final class Main {
    private Main() {}

    static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        FontSetup.install();
        Console console = Console.on(System.out, System.err);
        LogFile log = UserLog.ofUser();
        Thread.setDefaultUncaughtExceptionHandler((_, fault) -> console.fail(fault, log));
        System.exit(run(console, log, arguments));
    }

    /// One sentence for whatever goes wrong, even before there is a command line.
    private static int run(Console console, LogFile log, String... arguments) {
        try {
            if (arguments.length == 0) {
                return window(FileCatalogue::load, console).open(Optional.empty()); // no command line to be made
            }
            OptimizerCatalogue catalogue = FileCatalogue.load();
            OptionalInt elsewhere = VectorProcess.instead(catalogue, Main.class.getName(), System.err, arguments);
            if (elsewhere.isPresent()) {
                return elsewhere.getAsInt();
            }
            return new Cli(catalogue, window(() -> catalogue, console), console, log).run(arguments);
        } catch (RuntimeException | Error e) {
            console.fail(e, log);
            return 1;
        }
    }

    private static WindowOpener window(Supplier<OptimizerCatalogue> catalogue, Console console) {
        return what -> {
            Optional<String> obstacle = DisplayCheck.ofThisMachine().obstacle();
            if (obstacle.isPresent()) {
                return withoutWindow(catalogue.get(), console, obstacle.get()).open(what);
            }
            what.ifPresent(name -> check(catalogue.get(), name));
            GraphicsCard.choosePainter();
            FallLineApp.open(catalogue, what);
            StartCache.ofLaunch().ifPresent(cache -> cache.renewBehind(Rehearsal.class.getName()));
            return 0;
        };
    }

    /// What cannot be used is said before a window opens.
    private static void check(OptimizerCatalogue catalogue, String what) {
        if (ShareCode.is(what)) {
            new ShareCode(catalogue).read(what, Path.of(""));
        } else if (ExperimentFile.isNamedSo(Path.of(what))) {
            new ExperimentFile(catalogue).read(Path.of(what));
        }
    }

    private static WindowOpener withoutWindow(OptimizerCatalogue catalogue, Console console, String obstacle) {
        return new WithoutWindow(
                catalogue,
                console,
                new PaintedDashboard(catalogue),
                Checkout.outputFolder(Main.class).resolve("fallline-dashboard.png"),
                obstacle);
    }
}
