/** Faults: what the stub does wrong because a test asks it to. */
@NullMarked
package net.ixapi.auth.stub.fault;

import org.jspecify.annotations.NullMarked;
