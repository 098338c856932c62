/** The suite in a JUnit 5 build of one's own. */
@NullMarked
package net.ixapi.auth.contract.junit;

import org.jspecify.annotations.NullMarked;
