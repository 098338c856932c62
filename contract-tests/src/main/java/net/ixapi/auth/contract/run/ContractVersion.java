package net.ixapi.auth.contract.run;

import net.ixapi.auth.contract.document.OpenApiDocument;
import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar's manifest, and the contract's from the contract. */
final class ContractVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = ContractVersion.class.getPackage().getImplementationVersion();
        return new String[] {
            "ixapi-auth-contract " + (version == null ? "(not from a jar)" : version),
            OpenApiDocument.ofTheContract().title()
        };
    }
}
