/** Staying logged in: one pair of tokens for a whole program, replaced before it expires. */
@NullMarked
package net.ixapi.auth.client.session;

import org.jspecify.annotations.NullMarked;
