/** The runnable jar: runs the suite and says what was checked. */
@NullMarked
package net.ixapi.auth.contract.run;

import org.jspecify.annotations.NullMarked;
