/**
 * What the generated APIs stand on: an operation as data, and the transport that carries it. Nothing in here knows a
 * generated class, so that the same code serves any document.
 */
@NullMarked
package net.ixapi.auth.client.runtime;

import org.jspecify.annotations.NullMarked;
