package net.ixapi.auth.openapi.compatibility;

import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;
import org.openapitools.openapidiff.core.model.Changed;
import org.openapitools.openapidiff.core.model.ChangedApiResponse;
import org.openapitools.openapidiff.core.model.ChangedContent;
import org.openapitools.openapidiff.core.model.ChangedHeader;
import org.openapitools.openapidiff.core.model.ChangedHeaders;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.ChangedParameter;
import org.openapitools.openapidiff.core.model.ChangedParameters;
import org.openapitools.openapidiff.core.model.ChangedRequestBody;
import org.openapitools.openapidiff.core.model.ChangedResponse;
import org.openapitools.openapidiff.core.model.ChangedSecurityRequirements;

/**
 * Translates what openapi-diff finds in an operation, but for the schemas.
 *
 * <p>What was added, removed and changed is its finding; the verdict is ours where its own does not look at the direction: it calls
 * a body that may now be left out incompatible, and a log-in that is now needed compatible.
 */
final class OperationComparison {
    private final Changes changes;
    private final Operation is;
    private final String name;

    OperationComparison(Changes changes, OperationPair operation) {
        this.changes = changes;
        this.is = operation.is();
        this.name = operation.name();
    }

    void compare(ChangedOperation changed) {
        if (changed.getOperationId() != null) {
            String was = "was " + changed.getOldOperation().getOperationId() + ": generated methods get another name";
            changes.add("operation", is.place().property("operationId"), was, true, name);
        }
        if (changed.isDeprecated()) {
            String deprecated = turned("deprecated", changed.getNewOperation().getDeprecated());
            changes.add("operation", is.place().property("deprecated"), deprecated, true, name);
        }
        // Of what did not change, openapi-diff returns null.
        Optional.ofNullable(changed.getParameters()).ifPresent(this::compareParameters);
        Optional.ofNullable(changed.getRequestBody()).ifPresent(this::compareBody);
        Optional.ofNullable(changed.getApiResponses()).ifPresent(this::compareResponses);
        Optional.ofNullable(changed.getSecurityRequirements())
                .ifPresent(security -> compareSecurity(changed, security));
    }

    /** Path parameters come and go with the path, and only their names, which are not sent, can differ here. */
    private void compareParameters(ChangedParameters changed) {
        outsideThePath(changed.getMissing()).forEach(parameter -> addParameter(parameter, "parameter removed", false));
        outsideThePath(changed.getIncreased()).forEach(parameter -> {
            boolean isRequired = Boolean.TRUE.equals(parameter.getRequired());
            addParameter(parameter, (isRequired ? "required " : "") + "parameter added", !isRequired);
        });
        changed.getChanged().forEach(this::compareParameter);
    }

    private static Stream<Parameter> outsideThePath(List<Parameter> parameters) {
        return parameters.stream().filter(parameter -> !parameter.getIn().equals("path"));
    }

    private void compareParameter(ChangedParameter changed) {
        Parameter now = changed.getNewParameter();
        if (changed.isChangeRequired()) {
            addParameter(now, turned("required", now.getRequired()), !Boolean.TRUE.equals(now.getRequired()));
        }
        if (changed.isChangeStyle() || changed.isChangeExplode()) {
            addParameter(now, "parameter is written in another way: style or explode changed", false);
        }
        if (changed.isChangeAllowEmptyValue()) {
            boolean allows = Boolean.TRUE.equals(now.getAllowEmptyValue());
            addParameter(now, "parameter may " + (allows ? "be empty now" : "no longer be empty"), allows);
        }
        if (changed.isDeprecated()) {
            addParameter(now, turned("deprecated", now.getDeprecated()), true);
        }
    }

    private void addParameter(Parameter parameter, String what, boolean isCompatible) {
        Place place = is.parameters().stream()
                .filter(other -> other.text("in").equals(parameter.getIn())
                        && other.text("name").equals(parameter.getName()))
                .findFirst()
                .orElseGet(() -> is.place().property("parameters").property(parameter.getName()));
        changes.add("request", place, what, isCompatible, "parameter " + parameter.getName() + " of " + name);
    }

    private void compareBody(ChangedRequestBody changed) {
        Place body = is.requestBody();
        String user = "request body of " + name;
        if (changed.isChangeRequired()) {
            boolean isRequired = body.isTrue("required");
            changes.add("request", body, turned("required", isRequired), !isRequired, user);
        }
        compareContent(changed.getContent(), "request", body, user);
    }

    private void compareResponses(ChangedApiResponse changed) {
        Place responses = is.place().property("responses");
        addNames("response", responses, "status", changed.getMissing(), changed.getIncreased(), name);
        changed.getChanged()
                .forEach((status, response) -> compareResponse(
                        response, responses.property(status).target(), status + " response of " + name));
    }

    private void compareResponse(ChangedResponse changed, Place response, String user) {
        compareContent(changed.getContent(), "response", response, user);
        ChangedHeaders changedHeaders = changed.getHeaders();
        if (changedHeaders != null) {
            Place headers = response.property("headers");
            addNames("response", headers, "header", changedHeaders.getMissing(), changedHeaders.getIncreased(), user);
            changedHeaders
                    .getChanged()
                    .forEach((header, difference) ->
                            compareHeader(difference, headers.property(header).target(), user));
        }
    }

    private void compareHeader(ChangedHeader changed, Place header, String user) {
        if (changed.isRequired()) {
            Boolean isRequired = changed.getNewHeader().getRequired();
            changes.add("response", header, turned("required", isRequired), Boolean.TRUE.equals(isRequired), user);
        }
        if (changed.isStyle() || changed.isExplode()) {
            changes.add("response", header, "header is written in another way: style or explode changed", false, user);
        }
    }

    private void compareContent(ChangedContent changed, String side, Place body, String user) {
        if (changed != null) {
            Place content = body.property("content");
            addNames(side, content, "media type", changed.getMissing(), changed.getIncreased(), user);
        }
    }

    private void addNames(
            String side, Place place, String kind, Map<String, ?> missing, Map<String, ?> increased, String user) {
        missing.keySet().forEach(key -> changes.add(side, place.property(key), kind + " removed", false, user));
        increased.keySet().forEach(key -> changes.add(side, place.property(key), kind + " added", true, user));
    }

    /** One of the requirements must be met. An empty list, or an empty requirement in it, asks for nothing. */
    private void compareSecurity(ChangedOperation operation, ChangedSecurityRequirements changed) {
        // Its own list of the new requirements lacks those that it has found again.
        List<SecurityRequirement> was = requirements(operation.getOldOperation());
        List<SecurityRequirement> now = requirements(operation.getNewOperation());
        boolean keepsAll =
                changed.getMissing() == null && changed.getChanged().stream().allMatch(Changed::isCompatible);
        boolean isCompatible = isOpen(now) || !isOpen(was) && keepsAll;
        String what = "security was " + shown(was) + ", is " + shown(now);
        changes.add("request", is.place().property("security"), what, isCompatible, name);
    }

    private static List<SecurityRequirement> requirements(io.swagger.v3.oas.models.Operation operation) {
        return operation.getSecurity() == null ? List.of() : operation.getSecurity();
    }

    private static boolean isOpen(List<SecurityRequirement> requirements) {
        return requirements.isEmpty() || requirements.stream().anyMatch(Map::isEmpty);
    }

    private static String shown(List<SecurityRequirement> requirements) {
        return requirements.isEmpty()
                ? "none"
                : requirements.stream()
                        .map(requirement -> requirement.isEmpty() ? "none" : String.join(" and ", requirement.keySet()))
                        .collect(Collectors.joining(" or "));
    }

    private static String turned(String word, Boolean isNow) {
        return Boolean.TRUE.equals(isNow) ? "is " + word + " now" : "is no longer " + word;
    }
}
