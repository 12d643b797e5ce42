package fallline.cli;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;

/// The libraries of this machine, by the foreign function interface. What was loaded stays loaded: GTK does not survive
/// being unloaded.
@SuppressWarnings("restricted")
final class LinkedLibraries implements NativeLibraries {
    private static final String X11 = "libX11.so.6";

    @Override
    public boolean has(String library) {
        try {
            SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException | IllegalCallerException e) {
            return false;
        }
    }

    @Override
    public boolean reachXServer() {
        if (!has(X11)) {
            return false;
        }
        AddressLayout pointer = ValueLayout.ADDRESS;
        SymbolLookup x11 = SymbolLookup.libraryLookup(X11, Arena.global());
        Linker linker = Linker.nativeLinker();
        try {
            var open = linker.downcallHandle(x11.findOrThrow("XOpenDisplay"), FunctionDescriptor.of(pointer, pointer));
            var close = linker.downcallHandle(
                    x11.findOrThrow("XCloseDisplay"), FunctionDescriptor.of(ValueLayout.JAVA_INT, pointer));
            MemorySegment display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.address() == 0) {
                return false;
            }
            int _ = (int) close.invokeExact(display);
            return true;
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            return false;
        }
    }
}
