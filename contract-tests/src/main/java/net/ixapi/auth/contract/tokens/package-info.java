/** JSON Web Tokens as the suite sees them: read, but never trusted. */
@NullMarked
package net.ixapi.auth.contract.tokens;

import org.jspecify.annotations.NullMarked;
