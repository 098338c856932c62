package net.ixapi.auth.stub.command;

import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar's manifest. */
final class StubVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = StubVersion.class.getPackage().getImplementationVersion();
        return new String[] {"ixapi-auth-stub " + (version == null ? "(not from a jar)" : version)};
    }
}
