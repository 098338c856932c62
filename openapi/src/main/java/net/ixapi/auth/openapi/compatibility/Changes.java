package net.ixapi.auth.openapi.compatibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.ixapi.auth.openapi.document.Place;

/** Collects changes. One to a schema that several operations share is one change that concerns them all. Not thread-safe. */
final class Changes {
    private final Map<String, Change> byName = new LinkedHashMap<>();

    void add(String side, Place place, String what, boolean isCompatible, String user) {
        Change change = new Change(side, place, what, isCompatible, new TreeSet<>());
        byName.computeIfAbsent(change.name(), name -> change).users().add(user);
    }

    List<Change> all() {
        return List.copyOf(byName.values());
    }
}
