/** The server that is checked. */
@NullMarked
package net.ixapi.auth.contract.targets;

import org.jspecify.annotations.NullMarked;
