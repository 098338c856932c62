package net.ixapi.auth.contract.broken;

import java.util.stream.Stream;

/** Something that is wrong with a server, and the name of the check that must notice. */
record Defect(String name, String check, Behaviour behaviour) {
    static Stream<Defect> all() {
        return Stream.of(
                        DocumentDefects.all(),
                        RequestDefects.all(),
                        HttpDefects.all(),
                        CredentialDefects.all(),
                        LogInDefects.all(),
                        TokenDefects.all(),
                        RefreshDefects.all(),
                        ImplementerDefects.all(),
                        OddRequestDefects.all(),
                        Sessions.defects())
                .flatMap(defects -> defects);
    }

    @Override
    public String toString() {
        return name;
    }
}
