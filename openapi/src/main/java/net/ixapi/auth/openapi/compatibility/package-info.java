/**
 * Tells whether clients of the last released contract still work with the document as it is now.
 *
 * <p>openapi-diff compares what surrounds the schemas: operations, parameters, bodies, statuses, headers, security. The schemas are
 * compared here, because openapi-diff takes most bounds for compatible whatever their direction, loses those inside {@code allOf},
 * and does not know lines.
 */
package net.ixapi.auth.openapi.compatibility;
