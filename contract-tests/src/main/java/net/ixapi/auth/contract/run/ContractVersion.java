package net.ixapi.auth.contract.run;

import net.ixapi.auth.contract.document.OpenApiDocument;
import picocli.CommandLine.IVersionProvider;

/** Reads the version from the jar's manifest, and the contract's from the contract. */
final class ContractVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        OpenApiDocument contract = OpenApiDocument.ofTheContract();
        String version = ContractVersion.class.getPackage().getImplementationVersion();
        return new String[] {
            "ixapi-auth-contract " + (version == null ? "(not from a jar)" : version),
            contract.title() + " (sha256 " + contract.sha256().substring(0, 12) + ")"
        };
    }
}
