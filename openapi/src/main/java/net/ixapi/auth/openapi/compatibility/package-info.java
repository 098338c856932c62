/**
 * Tells whether clients of the last released contract still work with the document as it is now.
 *
 * <p>openapi-diff finds what changed around the schemas: operations, parameters, bodies, statuses, headers, security. The schemas are
 * compared here, because openapi-diff judges most bounds alike in both directions, some not at all, and knows no lines.
 */
package net.ixapi.auth.openapi.compatibility;
