package fallline;

/// Chooses between the window and the command line.
public final class Main {
    private Main() {}

    static void main(String[] args) {
        System.out.println("hello " + String.join("|", args));
    }
}
