/** What the stub was asked, without its secrets. */
@NullMarked
package net.ixapi.auth.stub.journal;

import org.jspecify.annotations.NullMarked;
