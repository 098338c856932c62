/** HTTP/1.1 byte by byte, as no client library would send it, with a bound on everything that comes back. */
@NullMarked
package net.ixapi.auth.contract.wire;

import org.jspecify.annotations.NullMarked;
