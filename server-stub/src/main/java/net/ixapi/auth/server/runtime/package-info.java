/**
 * What the generated routes stand on: an operation as data, the reading of a request, and the response for every error.
 * Nothing in here knows a generated class, so that the same code serves any document.
 */
@NullMarked
package net.ixapi.auth.server.runtime;

import org.jspecify.annotations.NullMarked;
