package net.ixapi.auth.contract.requirements;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.YamlList;

/** All requirements. */
public final class Requirements {
    /** The version of the contract that they are frozen for. */
    public static final String VERSION = "2.1.0";

    private static final List<Requirement> ALL =
            List.copyOf(YamlList.resource(Requirement.class, "requirements-" + VERSION + ".yaml"));

    private Requirements() {}

    /**
     * The requirements of this release's contract.
     *
     * @return all of them, in the order of the file
     */
    public static List<Requirement> ofTheContract() {
        return ALL;
    }

    /** The words of them all, which stand in each report. */
    public static Set<String> words() {
        return ALL.stream()
                .flatMap(requirement -> Stream.of((requirement.text() + " " + requirement.mend()).split("[^\\w-]+"))
                        .filter(word -> word.length() > 1))
                .collect(Collectors.toSet());
    }

    /**
     * A requirement of this release's contract.
     *
     * @param id its id
     * @return the requirement; empty if there is none with this id
     */
    public static Optional<Requirement> named(String id) {
        return ofTheContract().stream()
                .filter(requirement -> requirement.id().equals(id))
                .findFirst();
    }

    /**
     * The requirement that a finding is about: the first of its check whose cause it has, or else the one without a cause.
     *
     * @param check the name of the check
     * @param cause what the check found
     * @return the id of the requirement; empty where the check has none
     */
    public static String idOf(String check, String cause) {
        return ofTheContract().stream()
                .filter(requirement -> requirement.tests().contains(check) && requirement.isAbout(cause))
                .min(Comparator.comparing(requirement -> requirement.cause().isEmpty()))
                .map(Requirement::id)
                .orElse("");
    }
}
