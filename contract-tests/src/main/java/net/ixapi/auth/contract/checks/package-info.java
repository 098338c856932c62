/** The checks, each with a name of its own: those that the document suggests, and those that need its meaning. */
@NullMarked
package net.ixapi.auth.contract.checks;

import org.jspecify.annotations.NullMarked;
