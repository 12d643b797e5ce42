package fallline;

import fallline.cli.Checkout;
import fallline.cli.Cli;
import fallline.cli.Console;
import fallline.cli.Dashboard;
import fallline.cli.DisplayCheck;
import fallline.cli.FontSetup;
import fallline.cli.PaintedDashboard;
import fallline.cli.Window;
import fallline.cli.WithoutWindow;
import fallline.optimizer.FileCatalogue;
import fallline.optimizer.OptimizerCatalogue;

/// Chooses between the window and the command line.
public final class Main {
    private Main() {}

    static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        FontSetup.install();
        Console console = Console.on(System.out, System.err);
        OptimizerCatalogue catalogue = FileCatalogue.load();
        Window window = file -> window(catalogue, console).open(file);
        System.exit(new Cli(catalogue, window, console).run(arguments));
    }

    private static Window window(OptimizerCatalogue catalogue, Console console) {
        Dashboard dashboard = new PaintedDashboard(catalogue);
        String obstacle = DisplayCheck.ofThisMachine().obstacle().orElse("there is no window");
        return new WithoutWindow(
                catalogue,
                console,
                dashboard,
                Checkout.outputFolder(Main.class).resolve("fallline-dashboard.png"),
                obstacle);
    }
}
