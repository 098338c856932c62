/** The generated client, run against a server: what it makes of each documented answer, beside the answer itself. */
@NullMarked
package net.ixapi.auth.contract.generated;

import org.jspecify.annotations.NullMarked;
