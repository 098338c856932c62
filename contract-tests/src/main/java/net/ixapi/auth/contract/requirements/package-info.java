/** What the contract demands of servers and clients, each with an id that never changes. */
@NullMarked
package net.ixapi.auth.contract.requirements;

import org.jspecify.annotations.NullMarked;
