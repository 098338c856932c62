package net.ixapi.auth.contract.targets;

import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.http.RawHttp;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the server to check, the document to check it against, and a way to send requests.
 *
 * <p>The target is the one that was put into the launcher session's store, else the one that the environment names, else a
 * stub that runs for as long as the tests do.
 */
public final class TargetExtension implements ParameterResolver {
    /** The place in the launcher session's store where a {@link ContractTarget} is looked for, by its class. */
    public static final Namespace NAMESPACE = Namespace.create(TargetExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == ContractTarget.class || type == OpenApiDocument.class || type == RawHttp.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == OpenApiDocument.class) {
            return OpenApiDocument.ofTheContract();
        }
        ContractTarget target = target(context);
        return type == RawHttp.class ? new RawHttp(target.baseUri()) : target;
    }

    private static ContractTarget target(ExtensionContext context) {
        ContractTarget given = context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .get(ContractTarget.class, ContractTarget.class);
        return given != null ? given : fromEnvironmentOrStub(context);
    }

    private static ContractTarget fromEnvironmentOrStub(ExtensionContext context) {
        Store store = context.getRoot().getStore(NAMESPACE);
        return Targets.fromEnvironment()
                .orElseGet(() -> store.getOrComputeIfAbsent(
                                EmbeddedStub.class, type -> EmbeddedStub.start(), EmbeddedStub.class)
                        .target());
    }
}
