package fallline.catalogue;

import fallline.objective.formula.CatalogueFunction;
import fallline.objective.formula.FirstRate;
import fallline.objective.formula.FunctionCatalogue;
import fallline.optimizer.catalogue.FileCatalogue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes the suggested rates of gradient descent, momentum and Adam into the cards: `mvn -Pcatalogue`.
public final class SuggestedRates {
    static final List<String> OPTIMIZERS = List.of("gd", "momentum", "adam");

    private SuggestedRates() {}

    /// @param arguments the folder of the cards; behind it the ids of some functions, else all
    static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<String> wanted = List.of(arguments).subList(1, arguments.length);
        FileCatalogue optimizers = FileCatalogue.load();
        for (CatalogueFunction card : FunctionCatalogue.all()) {
            if (!wanted.isEmpty() && !wanted.contains(card.id())) {
                continue;
            }
            Path file = folder.resolve(card.id() + ".function");
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.removeIf(line -> OPTIMIZERS.stream().anyMatch(optimizer -> line.startsWith(optimizer + ":")));
            for (String optimizer : OPTIMIZERS) {
                FirstRate rate = RateSearch.best(card, optimizers.find(optimizer, Map.of()));
                lines.add(line(rate));
                System.out.println(card.id() + " " + line(rate));
            }
            Files.write(file, lines);
        }
    }

    private static String line(FirstRate rate) {
        BigDecimal number = new BigDecimal(Double.toString(rate.rate())).stripTrailingZeros();
        int power = number.precision() - number.scale() - 1;
        String text = power >= -3
                ? number.toPlainString()
                : number.scaleByPowerOfTen(-power).toPlainString() + "e" + power;
        return rate.family() + ": lr = " + text + ", " + rate.steps() + " steps, "
                + rate.outcome().words();
    }
}
