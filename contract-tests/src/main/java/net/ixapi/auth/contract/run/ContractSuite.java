package net.ixapi.auth.contract.run;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import net.ixapi.auth.contract.checks.AuthTokenCreateContract;
import net.ixapi.auth.contract.checks.AuthTokenRefreshContract;
import net.ixapi.auth.contract.checks.HttpContract;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.TargetExtension;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs all checks against one server. */
final class ContractSuite {
    private static final List<Class<?>> CHECKS =
            List.of(AuthTokenCreateContract.class, AuthTokenRefreshContract.class, HttpContract.class);

    private ContractSuite() {}

    static List<Outcome> run(ContractTarget target) {
        OutcomeListener listener = new OutcomeListener();
        // Listeners and extensions of the user's class path have no business in this run.
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(listener)
                .build();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            session.getStore()
                    .put(Namespace.create(TargetExtension.NAMESPACE.getParts()), ContractTarget.class, target);
            session.getLauncher().execute(request());
        }
        return listener.outcomes();
    }

    private static LauncherDiscoveryRequest request() {
        ClassSelector[] selectors =
                CHECKS.stream().map(type -> selectClass(type)).toArray(ClassSelector[]::new);
        return LauncherDiscoveryRequestBuilder.request().selectors(selectors).build();
    }
}
