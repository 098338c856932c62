/** The generated client, run against a server: what it makes of each documented response, beside the response itself. */
@NullMarked
package net.ixapi.auth.contract.generated;

import org.jspecify.annotations.NullMarked;
