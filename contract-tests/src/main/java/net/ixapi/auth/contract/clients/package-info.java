/** Checks clients: starts servers for them, runs them, and judges what they send and how they end. */
@NullMarked
package net.ixapi.auth.contract.clients;

import org.jspecify.annotations.NullMarked;
