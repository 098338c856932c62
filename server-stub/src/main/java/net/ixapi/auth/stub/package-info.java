/** The stub: an implementation of the generated interface that issues real tokens, and the server that serves it. */
@NullMarked
package net.ixapi.auth.stub;

import org.jspecify.annotations.NullMarked;
