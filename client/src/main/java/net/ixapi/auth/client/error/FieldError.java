package net.ixapi.auth.client.error;

/**
 * A property of a request that a server found missing or wrong, in the server's own words. Immutable.
 *
 * @param name the property, as it stands in the JSON
 * @param reason what is wrong with it; JSON where the server sent more than text, empty where it sent nothing
 */
public record FieldError(String name, String reason) {}
