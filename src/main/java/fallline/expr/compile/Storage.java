package fallline.expr.compile;

import fallline.expr.eval.Program;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.Map;

/// Where generated code keeps the values and adjoints of a [Program]'s places: in local variables, or in the scratch
/// array when the code is split into several methods.
sealed interface Storage {
    /// Pushes the value of a place.
    void loadValue(int place);

    /// Pops the stack into the value of a place.
    void storeValue(int place);

    void loadAdjoint(int place);

    void storeAdjoint(int place);

    /// Everything in local variables, slots read from their array when first needed.
    final class Locals implements Storage {
        private final CodeBuilder code;
        private final Program program;
        private final int slotsParameter;
        private final Map<Integer, Integer> values = new HashMap<>();
        private final Map<Integer, Integer> adjoints = new HashMap<>();

        /// Reads all slots that are used, so that later branches cannot skip a first use.
        Locals(CodeBuilder code, Program program, int slotsParameter) {
            this.code = code;
            this.program = program;
            this.slotsParameter = slotsParameter;
            readSlots();
        }

        private void readSlots() {
            boolean[] used = program.usedPlaces();
            for (int slot = 0; slot < program.slots; slot++) {
                if (used[slot]) {
                    code.aload(slotsParameter).loadConstant(slot).daload();
                    storeValue(slot);
                }
            }
        }

        @Override
        public void loadValue(int place) {
            if (program.isConstant(place)) {
                code.loadConstant(program.constant(place));
            } else {
                code.dload(local(values, place));
            }
        }

        @Override
        public void storeValue(int place) {
            code.dstore(local(values, place));
        }

        @Override
        public void loadAdjoint(int place) {
            code.dload(local(adjoints, place));
        }

        @Override
        public void storeAdjoint(int place) {
            code.dstore(local(adjoints, place));
        }

        private int local(Map<Integer, Integer> locals, int place) {
            return locals.computeIfAbsent(place, _ -> code.allocateLocal(TypeKind.DOUBLE));
        }
    }

    /// Everything in the scratch array: values first, adjoints behind them.
    final class Scratch implements Storage {
        private final CodeBuilder code;
        private final Program program;
        private final int scratchParameter;
        private final int temporary;

        Scratch(CodeBuilder code, Program program, int scratchParameter) {
            this.code = code;
            this.program = program;
            this.scratchParameter = scratchParameter;
            this.temporary = code.allocateLocal(TypeKind.DOUBLE);
        }

        @Override
        public void loadValue(int place) {
            if (program.isConstant(place)) {
                code.loadConstant(program.constant(place));
            } else {
                code.aload(scratchParameter).loadConstant(place).daload();
            }
        }

        @Override
        public void storeValue(int place) {
            code.dstore(temporary);
            code.aload(scratchParameter).loadConstant(place).dload(temporary).dastore();
        }

        @Override
        public void loadAdjoint(int place) {
            code.aload(scratchParameter).loadConstant(program.places() + place).daload();
        }

        @Override
        public void storeAdjoint(int place) {
            storeValue(program.places() + place);
        }
    }
}
