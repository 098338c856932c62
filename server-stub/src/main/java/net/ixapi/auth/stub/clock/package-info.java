/** The one clock that issues tokens and tells when they have expired. */
@NullMarked
package net.ixapi.auth.stub.clock;

import org.jspecify.annotations.NullMarked;
