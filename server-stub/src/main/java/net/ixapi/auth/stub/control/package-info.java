/** All that tests can do to a stub, in one place. */
@NullMarked
package net.ixapi.auth.stub.control;

import org.jspecify.annotations.NullMarked;
