/** The stub's controls over HTTP, for tests in any language. */
@NullMarked
package net.ixapi.auth.stub.admin;

import org.jspecify.annotations.NullMarked;
