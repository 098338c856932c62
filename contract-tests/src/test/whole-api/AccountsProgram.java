import io.javalin.Javalin;
import java.net.URI;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import net.ixapi.auth.client.IxApiClient;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.server.runtime.ApiResult;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.server.runtime.Authenticator;
import net.ixapi.auth.server.runtime.FieldError;
import net.ixapi.auth.server.runtime.JavalinApi;
import net.ixapi.auth.server.runtime.ProblemException;
import net.ixapi.auth.server.runtime.Problems;
import org.jspecify.annotations.Nullable;
import upstream.client.AccountsApi;
import upstream.model.Account;
import upstream.model.AccountRequest;
import upstream.model.AccountUpdatePartial;
import upstream.model.Address;
import upstream.model.AuthToken;
import upstream.model.AuthTokenRequest;
import upstream.server.AccountsApiRoutes;
import upstream.server.AuthApi;
import upstream.server.AuthApiRoutes;

/** A program with the client of the whole API, and a scripted exchange for it. */
public final class AccountsProgram implements Callable<List<String>> {
    private final List<String> happened = new ArrayList<>();

    @Override
    public List<String> call() {
        List<ApiRoute> routes = new ArrayList<>(AccountsApiRoutes.of(new Accounts(), bearer()));
        routes.addAll(AuthApiRoutes.of(new Tokens(), bearer()));
        Javalin exchange = Javalin.create(
                        config -> JavalinApi.install(config, AccountsApiRoutes.BASE_PATH, routes, new PlainProblems()))
                .start("127.0.0.1", 0);
        try (IxApiClient ixapi = IxApiClient.at(URI.create("http://127.0.0.1:" + exchange.port()))
                .credentials("k".repeat(16), "s".repeat(86))
                .build()) {
            program(new AccountsApi(ixapi.transport()));
        } finally {
            exchange.stop();
        }
        return happened;
    }

    private void program(AccountsApi accounts) {
        List<Account> listed = accounts.accountsList(List.of("a,b", "c"), null, null, null, null, null, null);
        happened.add("listed " + listed.get(0).getName());

        AccountRequest request = new AccountRequest()
                .name("NOC")
                .externalRef("ref")
                .address(new Address().country("DE").locality("Berlin").postalCode("10115").streetAddress("Allee 1"));
        ApiResponse<Account> created = accounts.accountsCreateWithResponse(request);
        happened.add("created " + created.body().getName() + " at " + created.headers().get("Location").get(0));

        Account patched = accounts.accountsPartialUpdate("1", new AccountUpdatePartial().externalRef(null));
        happened.add("patched to " + patched.getExternalRef());
    }

    private static Authenticator bearer() {
        return (request, operation) -> {
            if (!"Bearer access".equals(request.header("Authorization"))) {
                throw new ProblemException(401, Map.of("type", "about:blank"));
            }
            return () -> "NOC";
        };
    }

    private final class Accounts implements upstream.server.AccountsApi {
        @Override
        public List<Account> accountsList(
                Principal caller,
                @Nullable List<String> id,
                @Nullable String state,
                @Nullable String stateIsNot,
                @Nullable String managingAccount,
                @Nullable Integer billable,
                @Nullable String externalRef,
                @Nullable String name) {
            happened.add(caller.getName() + " lists " + id);
            return List.of(account("first"));
        }

        @Override
        public ApiResult<Account> accountsCreateWithResult(Principal caller, @Nullable AccountRequest request) {
            return ApiResult.of(account(request.getName())).header("Location", "/api/v2/accounts/1");
        }

        @Override
        public Account accountsPartialUpdate(Principal caller, String id, @Nullable AccountUpdatePartial update) {
            happened.add("external_ref is " + update.getExternalRef_JsonNullable() + ", legal_name is "
                    + update.getLegalName_JsonNullable());
            return account("NOC").externalRef(update.getExternalRef());
        }

        private Account account(String name) {
            return new Account()
                    .id("1")
                    .name(name)
                    .address(new Address()
                            .country("DE")
                            .locality("Berlin")
                            .postalCode("10115")
                            .streetAddress("Allee 1"));
        }
    }

    private static final class Tokens implements AuthApi {
        @Override
        public AuthToken authTokenCreate(@Nullable AuthTokenRequest request) {
            return new AuthToken().accessToken("access").refreshToken("refresh");
        }
    }

    private static final class PlainProblems implements Problems {
        @Override
        public Object invalidRequest(List<FieldError> errors) {
            return Map.of("type", "about:blank", "properties", errors);
        }

        @Override
        public Object httpError(int status, String title, String detail) {
            return Map.of("type", "about:blank", "title", title, "detail", detail);
        }
    }
}
