/** What every check works with: the server, the document, and the place where findings go. */
@NullMarked
package net.ixapi.auth.contract.engine;

import org.jspecify.annotations.NullMarked;
