package net.ixapi.auth.client;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What users can name: the public and protected members of the packages that the module exports. */
final class PublicApi {
    private static final Path CLASSES = Path.of("target/classes");
    private static final Path SOURCES = Path.of("src/main/java");

    private PublicApi() {}

    /** Every type that users can name, generated ones too. */
    static List<Class<?>> types() {
        return exportedPackages()
                .flatMap(PublicApi::classesOf)
                .filter(PublicApi::isVisible)
                .toList();
    }

    /** One sorted line for each hand-written type and member: what the document describes follows the document. */
    static String text() {
        return types().stream()
                .filter(PublicApi::isHandWritten)
                .flatMap(type -> Stream.concat(
                        Stream.of(heading(type)),
                        members(type)
                                .map(PublicApi::line)
                                .map(line -> "  " + line)
                                .sorted()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The members that a user of the type can name. */
    static Stream<Member> members(Class<?> type) {
        return Stream.<Member[]>of(type.getDeclaredFields(), type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .filter(member -> !member.isSynthetic() && isVisible(member.getModifiers()));
    }

    private static Stream<String> exportedPackages() {
        try (InputStream descriptor = Files.newInputStream(CLASSES.resolve("module-info.class"))) {
            return ModuleDescriptor.read(descriptor).exports().stream()
                    .map(ModuleDescriptor.Exports::source)
                    .sorted();
        } catch (IOException e) {
            throw new IllegalStateException("Compile the client first, and run in its folder", e);
        }
    }

    private static Stream<Class<?>> classesOf(String packageName) {
        try (Stream<Path> files = Files.list(CLASSES.resolve(packageName.replace('.', '/')))) {
            List<Class<?>> classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .sorted()
                    .<Class<?>>map(name -> load(packageName + "." + name.replace(".class", "")))
                    .toList();
            return classes.stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVisible(Class<?> type) {
        return !type.isAnonymousClass()
                && isVisible(type.getModifiers())
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static boolean isHandWritten(Class<?> type) {
        return Files.exists(SOURCES.resolve(type.getNestHost().getName().replace('.', '/') + ".java"));
    }

    private static String heading(Class<?> type) {
        Stream<Type> above =
                Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Stream.of(type.getGenericInterfaces()));
        return above.map(Type::getTypeName)
                .filter(name -> !name.equals("java.lang.Object"))
                .collect(Collectors.joining(", ", declaration(type) + " : ", ""))
                .replaceFirst(" : $", "");
    }

    /** Alike on every JDK: older ones leave out that a type is sealed. */
    private static String declaration(Class<?> type) {
        return (type.isSealed() ? "sealed " : "")
                + type.toGenericString().replace("non-sealed ", "").replace("sealed ", "");
    }

    /** A member as in its source, without packages and without the type that declares it. */
    private static String line(Member member) {
        String signature = member instanceof Field field ? field.toGenericString() : signature((Executable) member);
        return signature
                .replace(member.getDeclaringClass().getName() + "." + member.getName(), member.getName())
                .replaceAll("\\b([a-z]\\w*\\.)+", "");
    }

    private static String signature(Executable executable) {
        return executable instanceof Constructor<?> constructor
                ? constructor.toGenericString()
                : ((Method) executable).toGenericString();
    }

    /** The types in the member's signature. */
    static Stream<Class<?>> typesIn(Member member) {
        if (member instanceof Field field) {
            return Stream.of(field.getType());
        }
        Executable executable = (Executable) member;
        Stream<Class<?>> inputs = Stream.of(executable.getParameterTypes(), executable.getExceptionTypes())
                .flatMap(Arrays::stream);
        return member instanceof Method method ? Stream.concat(inputs, Stream.of(method.getReturnType())) : inputs;
    }
}
