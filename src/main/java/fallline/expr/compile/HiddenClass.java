package fallline.expr.compile;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessFlag;
import java.util.function.Consumer;

/// A generated class without fields that implements one interface; it is unloaded with its last instance.
final class HiddenClass {
    /// HotSpot compiles no method of this many bytes or more (-XX:HugeMethodLimit).
    static final int HUGE_METHOD = 8_000;

    /// The class's own name within its code.
    static final ClassDesc SELF = ClassDesc.of("fallline.expr.compile.Generated");

    private HiddenClass() {}

    /// The class's bytes.
    static byte[] build(ClassDesc implemented, Consumer<ClassBuilder> methods) {
        return ClassFile.of().build(SELF, type -> {
            type.withFlags(AccessFlag.FINAL, AccessFlag.SUPER, AccessFlag.SYNTHETIC);
            type.withInterfaceSymbols(implemented);
            type.withMethodBody(
                    ConstantDescs.INIT_NAME, ConstantDescs.MTD_void, ClassFile.ACC_PUBLIC, code -> code.aload(0)
                            .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                            .return_());
            methods.accept(type);
        });
    }

    /// The bytes of a class's largest method.
    static int largestMethod(byte[] bytes) {
        int largest = 0;
        for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
            largest = Math.max(
                    largest,
                    method.code()
                            .map(code -> ((CodeAttribute) code).codeLength())
                            .orElse(0));
        }
        return largest;
    }

    /// An instance of the class.
    static Object define(byte[] bytes) {
        try {
            return MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException bug) {
            throw new LinkageError("the generated class cannot be used", bug);
        }
    }
}
