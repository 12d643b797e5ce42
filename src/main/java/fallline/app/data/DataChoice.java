package fallline.app.data;

import fallline.data.BuiltInData;
import fallline.data.Dataset;
import fallline.data.Generator;

/// A line of the data chooser.
sealed interface DataChoice {
    /// As the chooser shows it.
    String title();

    /// A set of the catalogue.
    record BuiltIn(BuiltInData card) implements DataChoice {
        @Override
        public String title() {
            return card.title();
        }
    }

    /// Points made by a generator, as it makes them at first.
    record Made(Generator generator) implements DataChoice {
        @Override
        public String title() {
            return generator.title();
        }
    }

    /// A set that was opened or came with a file.
    record Own(Dataset data) implements DataChoice {
        @Override
        public String title() {
            return data.name().equals(Dataset.UNNAMED) ? "Given columns" : data.name();
        }
    }

    /// Shows all built-in sets with their pictures.
    record Gallery() implements DataChoice {
        @Override
        public String title() {
            return "All data sets…";
        }
    }

    /// Takes the table in the clipboard.
    record Paste() implements DataChoice {
        @Override
        public String title() {
            return "Paste a table";
        }
    }

    /// Asks for a file.
    record OpenFile() implements DataChoice {
        @Override
        public String title() {
            return "Open a CSV file…";
        }
    }

    /// Asks for other columns of the same data.
    record OtherColumns() implements DataChoice {
        @Override
        public String title() {
            return "Choose columns…";
        }
    }
}
