/** What the contract demands of a server, as JUnit 5 tests that can be run against any. */
@NullMarked
package net.ixapi.auth.contract.checks;

import org.jspecify.annotations.NullMarked;
