/** Stubs for JUnit 5 tests. Needs {@code junit-jupiter-api}, which the tests bring along. */
@NullMarked
package net.ixapi.auth.stub.junit;

import org.jspecify.annotations.NullMarked;
