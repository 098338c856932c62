/** Findings that somebody has accepted, of servers and of clients. */
@NullMarked
package net.ixapi.auth.contract.baseline;

import org.jspecify.annotations.NullMarked;
