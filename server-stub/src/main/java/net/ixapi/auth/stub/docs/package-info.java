/** The contract for people: as a file, and as a page on which its operations can be tried. */
@NullMarked
package net.ixapi.auth.stub.docs;

import org.jspecify.annotations.NullMarked;
