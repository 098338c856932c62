/** Tokens: how they are signed, written and read, and which of them are no longer accepted. */
@NullMarked
package net.ixapi.auth.stub.token;

import org.jspecify.annotations.NullMarked;
