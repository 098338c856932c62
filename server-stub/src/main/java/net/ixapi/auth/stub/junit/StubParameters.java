package net.ixapi.auth.stub.junit;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** The parameters that are a stub's, and what they stand for. */
final class StubParameters {
    /** Of JUnit's parameterized tests and classes, which a program need not have. */
    private static final String PARAMETERIZED = "org.junit.jupiter.params.Parameterized";

    private StubParameters() {}

    static boolean supports(ParameterContext parameter) {
        Class<?> type = parameter.getParameter().getType();
        boolean mayBeArgument = type == URI.class || type == Account.class;
        return type == StubServer.class || mayBeArgument && !isArgument(parameter);
    }

    static Object value(ParameterContext parameter, StubServer stub) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Account.class) {
            return stub.account();
        }
        return type == URI.class ? stub.baseUri() : stub;
    }

    /** Whether a constructor is called for a test of which JUnit does not say yet which it is, and some have another stub. */
    static boolean isAmbiguous(ParameterContext parameter, ExtensionContext context) {
        return parameter.getDeclaringExecutable() instanceof Constructor
                && context.getTestMethod().isEmpty()
                && !AnnotationSupport.findAnnotatedMethods(
                                context.getRequiredTestClass(), WithStub.class, HierarchyTraversalMode.TOP_DOWN)
                        .isEmpty();
    }

    /** JUnit refuses what two can provide, and says to neither how many arguments there are: at least one, before all else. */
    private static boolean isArgument(ParameterContext parameter) {
        Executable executable = parameter.getDeclaringExecutable();
        List<Class<?>> types = List.of(executable.getParameterTypes());
        int index = parameter.getIndex();
        return hasArguments(executable) && (index == first(executable) || types.lastIndexOf(StubServer.class) > index);
    }

    /** The first parameter of an inner class's constructor is the instance around it. */
    private static int first(Executable executable) {
        Class<?> type = executable.getDeclaringClass();
        boolean inner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
        return inner && executable instanceof Constructor ? 1 : 0;
    }

    private static boolean hasArguments(Executable executable) {
        AnnotatedElement element = executable instanceof Constructor ? executable.getDeclaringClass() : executable;
        return Stream.of(element.getAnnotations())
                .anyMatch(one -> one.annotationType().getName().startsWith(PARAMETERIZED));
    }
}
