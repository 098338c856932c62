/**
 * Tells whether clients of the last released contract still work with the document as it is now.
 *
 * <p>Not by the library openapi-diff: it judges most bounds alike in both directions and some not at all, calls a body that may now be
 * left out incompatible and a log-in that is now needed compatible, and knows no lines.
 */
package net.ixapi.auth.openapi.compatibility;
