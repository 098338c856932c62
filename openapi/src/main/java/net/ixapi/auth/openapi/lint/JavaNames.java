package net.ixapi.auth.openapi.lint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the generator makes of names, as far as it decides whether two of them become one. */
final class JavaNames {
    /** The types, beside those that the generator renames itself, that generated models and interfaces name without a package. */
    private static final Set<String> TYPES = words("""
            apicall apiconnectionexception apidocument apioperation apiresult apiroute apistatusexception
            apitimeoutexception arraylist arrays authenticator decimalmax decimalmin deprecated email generated
            hashmap invalidresponseexception jsonanygetter jsonanysetter jsoncreator jsonignore
            jsonignoreproperties jsoninclude jsonnullable jsonproperty jsonpropertyorder jsonsubtypes
            jsontypeinfo jsontypename jsonvalue linkedhashmap linkedhashset map max min notimplementedexception
            notnull nullable objects override pattern principal problemexception set size string
            suppresswarnings transport typeref typereference valid""");

    /** The methods of every object, and the constant of every API class. */
    private static final Set<String> METHODS = words("""
            basepath clone equals finalize getclass hashcode notify notifyall tostring wait""");

    private JavaNames() {}

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

    static boolean isTakenByType(String name) {
        return TYPES.contains(caseless(name));
    }

    static boolean isTakenByMethod(String name) {
        return METHODS.contains(caseless(name));
    }

    /** The name of a class or a method without its case: file systems do not tell {@code Foo.java} from {@code foo.java}. */
    static String caseless(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** The part of a getter's name after {@code get}. */
    static String property(String name) {
        return Arrays.stream(name.split("[-_./:|\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
