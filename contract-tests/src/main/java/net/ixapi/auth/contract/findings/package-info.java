/** What is wrong with a server: each cause once, with its source, its proof, and no secret. */
@NullMarked
package net.ixapi.auth.contract.findings;

import org.jspecify.annotations.NullMarked;
